using CdgMarches.Domain.Litiges;

namespace CdgMarches.App.Litiges;

/// <summary>Un changement d'un litige, quelle que soit la convention dont il naît.</summary>
public abstract record ChangementDeLitige
{
    private ChangementDeLitige() { }

    /// <param name="litige">Le litige lu, à la version de l'agent.</param>
    /// <param name="jour">Le jour du CDG.</param>
    internal abstract void Appliquer(Contestation litige, DateOnly jour);

    public sealed record Amiable(DateOnly? EngageeLe, DateOnly? CloseLe, IssueAmiable? Issue, string? Texte) : ChangementDeLitige
    {
        internal override void Appliquer(Contestation litige, DateOnly jour) =>
            litige.Concilier(EngageeLe, CloseLe, Issue, Texte, jour);
    }

    public sealed record Saisine(DateOnly? Le, string? Tribunal) : ChangementDeLitige
    {
        internal override void Appliquer(Contestation litige, DateOnly jour) => litige.Saisir(Le, Tribunal, jour);
    }

    public sealed record Cloture : ChangementDeLitige
    {
        internal override void Appliquer(Contestation litige, DateOnly jour) => litige.Clore(jour);
    }
}
