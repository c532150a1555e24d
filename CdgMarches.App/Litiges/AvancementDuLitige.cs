using CdgMarches.App.Socle;
using CdgMarches.Domain.Litiges;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Litiges;

/// <summary>Où en est un litige, en quelques mots, pour qui le lit dans une liste.</summary>
internal static class AvancementDuLitige
{
    public static string Dire(DateOnly? tentativeEngageeLe, IssueAmiable? issue, DateOnly? tribunalSaisiLe, DateOnly? closLe) =>
        closLe is { } clos ? $"clos le {Formats.DateCourte(clos)}"
        : tribunalSaisiLe is { } saisi ? $"tribunal saisi le {Formats.DateCourte(saisi)}"
        : issue is { } donnee ? $"tentative amiable : {donnee.Libelle().ToLower(Francais.Culture)}"
        : tentativeEngageeLe is { } engagee ? $"tentative amiable engagée le {Formats.DateCourte(engagee)}"
        : "déclaré";
}
