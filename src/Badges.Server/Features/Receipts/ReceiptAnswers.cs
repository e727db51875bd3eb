using System.Globalization;
using System.Text;
using Badges.Server.Calendar;
using Badges.Server.Web;

namespace Badges.Server.Features.Receipts;

/// <summary>A receipt as the file that it is kept as.</summary>
public sealed class ReceiptAnswers(PrintReceipt print)
{
    public const string Json = "application/vc+json";
    public const string Pdf = "application/pdf";

    /// <summary>Null where it cannot be printed.</summary>
    public async Task<IResult?> AnswerAsync(
        SignedReceipt signed, string mediaType, Language language, CancellationToken cancellationToken)
    {
        var day = ParisCalendar.DayOf(signed.Receipt.CheckedAt)
            .ToString("O", CultureInfo.InvariantCulture);
        if (mediaType != Pdf)
        {
            return TypedResults.File(Encoding.UTF8.GetBytes(signed.Text), mediaType, $"recu-de-verification-{day}.json");
        }

        return await print.RunAsync(signed.Receipt, language, cancellationToken) is { } file
            ? TypedResults.File(file, Pdf, $"recu-de-verification-{day}.pdf")
            : null;
    }
}
