using Badges.Server.Web;

namespace Badges.Server.Features.Receipts;

/// <summary>Why there is no receipt, for a person.</summary>
public static class ReceiptWords
{
    public static string NotOurs(Viewer viewer) => viewer.Pick(
        "Ce reçu n'est pas de nous, ou il a été changé : nous n'en faisons pas de copie.",
        "This receipt is not ours, or it was changed: we make no copy of it.");

    public static string NoBadge(Viewer viewer) => viewer.Pick(
        "Nous n'avons pas pu lire de badge : il n'y a pas de reçu à faire.",
        "We could not read a badge: there is no receipt to be made.");

    public static string NotYet(Viewer viewer) => viewer.Pick(
        "Ce service ne peut pas encore faire de reçu : son réseau n'est pas inscrit.",
        "This service cannot make receipts yet: its network is not registered.");
}
