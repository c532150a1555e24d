using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Conflits;
using CdgMarches.Domain.Litiges;

namespace CdgMarches.App.Litiges;

/// <summary>La tentative amiable d'un litige, telle qu'on la saisit.</summary>
internal sealed class SaisieDAmiable
{
    public DateOnly? EngageeLe { get; set; }

    public DateOnly? CloseLe { get; set; }

    public IssueAmiable? Issue { get; set; }

    public string? EnClair { get; set; }

    public static IReadOnlyList<ChampCompare<SaisieDAmiable>> Champs { get; } =
    [
        new("Engagée le", s => Formats.DateCourte(s.EngageeLe), (moi, lui) => moi.EngageeLe = lui.EngageeLe),
        new("Close le", s => Formats.DateCourte(s.CloseLe), (moi, lui) => moi.CloseLe = lui.CloseLe),
        new("Issue", s => s.Issue?.Libelle() ?? "En cours", (moi, lui) => moi.Issue = lui.Issue),
        new("Ce qui est convenu, ou pourquoi elle échoue", s => s.EnClair, (moi, lui) => moi.EnClair = lui.EnClair),
    ];

    public static SaisieDAmiable De(Contestation litige) =>
        new()
        {
            EngageeLe = litige.TentativeEngageeLe,
            CloseLe = litige.TentativeCloseLe,
            Issue = litige.Issue,
            EnClair = litige.IssueEnClair,
        };

    public ChangementDeLitige.Amiable Lire() => new(EngageeLe, CloseLe, Issue, EnClair);
}
