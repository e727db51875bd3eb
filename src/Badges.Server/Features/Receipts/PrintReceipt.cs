using Badges.Credentials.Verification.Receipts;
using Badges.Imaging.Sheets;
using Badges.Server.Features.Verification;
using Badges.Server.Settings;
using Badges.Server.Web;

namespace Badges.Server.Features.Receipts;

/// <summary>
/// Prints a receipt of ours on one page and attaches it, signed anew with the page's digest in it: whoever changes the
/// page is found out.
/// </summary>
public sealed class PrintReceipt(
    FindReceiptKey findKey, MakeReceipt make, LoadRegistry loadRegistry, BadgesOptions options)
{
    /// <summary>Null where no network is registered that could sign.</summary>
    public async Task<byte[]?> RunAsync(Receipt receipt, Language language, CancellationToken cancellationToken)
    {
        if (await findKey.RunAsync(cancellationToken) is not { } key)
        {
            return null;
        }

        var registry = await loadRegistry(cancellationToken);
        var structure = receipt.BadgeIssuer is { } issuer ? registry.NameOf(issuer) : null;
        var page = ReceiptDrawing.DrawPdf(ReceiptSheets.Of(receipt, structure, language, options.Address("/verifier")));
        var printed = receipt with
        {
            Issuer = key.Issuer.Did,
            Page = ReceiptPdf.PageOf(page, language.Code()),
        };
        return ReceiptPdf.Attach(page, make.Sign(printed, key));
    }
}
