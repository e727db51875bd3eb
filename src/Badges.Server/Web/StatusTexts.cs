namespace Badges.Server.Web;

/// <summary>What a status means, in words for a person and as a code for a program.</summary>
public sealed record StatusText(string Code, string Title, string Explanation);

/// <summary>The texts of the statuses that no endpoint explains itself.</summary>
public static class StatusTexts
{
    public static StatusText Of(int status, Language language) =>
        language == Language.English ? English(status) : French(status);

    private static StatusText French(int status) => status switch
    {
        400 => new("BadRequest", "Cette demande est incomplète",
            "Le formulaire était peut-être ouvert depuis trop longtemps. Revenez en arrière et envoyez-le à nouveau."),
        401 => new("NotSignedIn", "Connectez-vous pour continuer",
            "Cette page est réservée aux personnes qui ont un compte."),
        403 => new("Forbidden", "Vous n'avez pas accès à cette page",
            "Votre compte ne permet pas cette action. Le référent de votre structure peut vous aider."),
        404 => new("NotFound", "Cette page n'existe pas",
            "L'adresse a peut-être été mal recopiée, ou la page a été déplacée."),
        405 => new("MethodNotAllowed", "Cette action n'est pas possible ici",
            "Revenez à la page précédente et essayez autrement."),
        406 => new("NotAcceptable", "Ce format n'est pas disponible",
            "Ce document existe, mais pas sous la forme demandée."),
        410 => new("Gone", "Cette page n'existe plus", "Elle a été retirée."),
        413 => new("TooLarge", "Ce fichier est trop lourd",
            "Une image peut peser jusqu'à 5 Mo, un texte jusqu'à 1 Mo."),
        415 => new("UnsupportedMediaType", "Ce format n'est pas accepté",
            "Envoyez une image PNG ou SVG, ou le texte du badge."),
        429 => new("TooManyRequests", "Trop de demandes à la suite", "Attendez une minute, puis essayez à nouveau."),
        503 => new("Unavailable", "Le service est arrêté un moment", "Essayez à nouveau dans quelques minutes."),
        >= 500 => new("Unexpected", "Quelque chose n'a pas marché de notre côté",
            "Rien de ce que vous avez fait n'est en cause. Essayez à nouveau dans quelques minutes."),
        _ => new("Refused", "Cette demande n'a pas abouti", "Revenez à la page précédente et essayez à nouveau."),
    };

    private static StatusText English(int status) => status switch
    {
        400 => new("BadRequest", "This request is incomplete",
            "The form may have been open for too long. Go back and send it again."),
        401 => new("NotSignedIn", "Sign in to continue", "This page is for people who have an account."),
        403 => new("Forbidden", "You do not have access to this page",
            "Your account does not allow this. The person in charge in your organisation can help."),
        404 => new("NotFound", "This page does not exist",
            "The address may have been mistyped, or the page has moved."),
        405 => new("MethodNotAllowed", "This cannot be done here", "Go back to the previous page and try another way."),
        406 => new("NotAcceptable", "This format is not available",
            "The document exists, but not in the form asked for."),
        410 => new("Gone", "This page no longer exists", "It has been taken down."),
        413 => new("TooLarge", "This file is too large", "A picture may weigh up to 5 MB, a text up to 1 MB."),
        415 => new("UnsupportedMediaType", "This format is not accepted",
            "Send a PNG or SVG picture, or the text of the badge."),
        429 => new("TooManyRequests", "Too many requests in a row", "Wait a minute, then try again."),
        503 => new("Unavailable", "The service is paused for a moment", "Try again in a few minutes."),
        >= 500 => new("Unexpected", "Something went wrong on our side",
            "Nothing you did is at fault. Try again in a few minutes."),
        _ => new("Refused", "This request did not go through", "Go back to the previous page and try again."),
    };
}
