using Badges.Credentials.Verification;
using Badges.Server.Calendar;
using Badges.Server.Features.Awards;
using Badges.Server.Features.BadgeClasses;
using Badges.Server.Web;
using Badges.Server.Web.Components;

namespace Badges.Server.Features.Verification;

/// <summary>
/// Adds to the verdict what we know ourselves of a badge of ours: its picture, its structure, the criteria met, and why
/// it was taken back. Colour and checks stay what the verification found.
/// </summary>
public static class OwnVerdictView
{
    public static VerdictModel Complete(
        VerdictModel model, VerificationReport report, OwnAward own, Language language)
    {
        var known = report.IsGenuine ? WithFacts(model, report, own, language) : model;
        return own switch
        {
            { CompromisedSince: { } since } when !report.IsGenuine => known with
            {
                Sentence = Pick(
                    language,
                    "Nous ne pouvons pas dire qui a fait ce badge : il a été signé quand la clé de la structure "
                    + "n'était plus entre ses seules mains.",
                    "We cannot tell who made this badge: it was signed when the organisation's key was no longer "
                    + "in its hands alone."),
                Advice =
                [
                    Pick(
                        language,
                        $"La clé est en cause depuis le {language.Day(since)}. La personne n'y est pour rien : la "
                        + "structure peut lui remettre le badge à nouveau.",
                        $"The key is in question since {language.Day(since)}. The person has no part in it: the "
                        + "organisation can award the badge again."),
                ],
            },
            { IsReplacedCopy: true } when !report.IsGenuine => known with
            {
                Tone = VerdictTone.Unverifiable,
                Sentence = Pick(
                    language,
                    "Cette copie du badge est ancienne : la structure a changé de clé depuis.",
                    "This copy of the badge is old: the organisation has changed its key since."),
                Advice =
                [
                    Pick(
                        language,
                        "La page du badge dit ce qu'il en est aujourd'hui.",
                        "The badge's page says how it is today."),
                ],
                What = own.Published.Version.In(language).Name,
                WhatUrl = own.Address,
            },
            { RevokedAt: { } revokedAt } when report.Verdict == Verdict.Revoked => known with
            {
                Advice =
                [
                    Pick(
                        language,
                        $"Retiré le {language.Day(revokedAt)}. Raison : {ReasonOf(own, language)}.",
                        $"Withdrawn on {language.Day(revokedAt)}. Reason: {ReasonOf(own, language)}."),
                    .. known.Advice,
                ],
            },
            _ => known,
        };
    }

    private static VerdictModel WithFacts(
        VerdictModel model, VerificationReport report, OwnAward own, Language language)
    {
        var text = own.Published.Version.In(language);
        return model with
        {
            PictureUrl = ScreenPictures.PathOf(own.Published.Version.PublicId),
            PictureAlt = text.ImageAlt,
            Who = model.Who ?? Pick(
                language, "Une personne qui n'affiche pas son nom", "A person who does not show their name"),
            What = text.Name,
            WhatUrl = $"/badges/{own.Published.Badge.Slug}",
            FromWhom = own.Organization.Name,
            FromWhomUrl = $"/issuers/{own.Organization.Slug}",
            FromWhomDetails = own.Organization is { Town: { } town } place
                ? [place.Department is { } department ? $"{town} ({department})" : town]
                : [],
            FromWhomPhone = own.Organization.PublicPhone,
            IssuedOn = own.ObservedFrom ?? ParisCalendar.DayOf(own.AwardedAt),
            ExpiresOn = own.ValidUntil is { } until ? ParisCalendar.DayOf(until) : null,
            // What the structure took back, it no longer says.
            HowObserved = report.Verdict is Verdict.Revoked or Verdict.Suspended ? null : HowObserved(own, language),
            Criteria = own.Criteria,
            Evidence = [.. own.Evidence.Select(evidence => EvidenceOf(evidence, language))],
            Alignments = [.. own.Published.Version.Alignments.Select(alignment => AlignmentOf(alignment, language))],
            IsAsWritten = false,
        };
    }

    /// <summary>Who saw it, when, and how much of what the badge asks: never a person's name.</summary>
    private static string? HowObserved(OwnAward own, Language language)
    {
        if (own.Criteria.Count == 0)
        {
            return null;
        }

        // The day of the award is not the day of the observation: without one, none is told.
        var days = own.ObservedFrom is { } from ? $", {language.Days(from, own.ObservedTo ?? from)}" : "";
        var (met, all) = (own.Criteria.Count, own.Published.Version.Criteria.Count);
        return language == Language.English
            ? $"Observed at work by {own.Organization.Name}{days}: {met} of {Count(all, "criterion", "criteria")}."
            : $"Observé en situation de travail par {own.Organization.Name}{days} : "
                + $"{Count(met, "critère", "critères")} sur {all}.";
    }

    private static string Count(int number, string one, string many) => $"{number} {(number == 1 ? one : many)}";

    private static VerdictEvidence EvidenceOf(OwnEvidence evidence, Language language) => evidence.IsPublic
        ? new VerdictEvidence(
            evidence.Name ?? Pick(language, "Une preuve", "A piece of evidence"), evidence.Narrative, evidence.Url)
        : new VerdictEvidence(
            Pick(language, "Preuve conservée par la structure", "Evidence kept by the organisation"),
            Pick(language, "Elle n'est pas publique. La structure peut la montrer.",
                "It is not public. The organisation can show it."));

    private static VerdictAlignment AlignmentOf(BadgeAlignment alignment, Language language) => new(
        BadgeWords.Of(alignment.Relation, language),
        alignment.TargetName,
        alignment.TargetUrl,
        string.Join(' ', new[] { alignment.Framework, alignment.Code }.OfType<string>()));

    private static string ReasonOf(OwnAward own, Language language)
    {
        var reason = own.Reason ?? RevocationReason.Other;
        var text = language == Language.English ? RevocationReasons.English(reason) : RevocationReasons.French(reason);
        return char.ToLowerInvariant(text[0]) + text[1..];
    }

    private static string Pick(Language language, string french, string english) =>
        language == Language.English ? english : french;
}
