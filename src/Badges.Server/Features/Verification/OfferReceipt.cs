namespace Badges.Server.Features.Verification;

/// <summary>Makes the signed receipt that the page of a result offers; null when there is none to be had.</summary>
public delegate Task<string?> OfferReceipt(VerificationAnswer answer, CancellationToken cancellationToken);
