using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements;

/// <summary>Une prestation du groupement vue d'un membre, avec les périodes où il l'a choisie.</summary>
public sealed record ChoixDeLaFiche(
    PrestationId Prestation,
    string Code,
    string Libelle,
    bool EstRetiree,
    IReadOnlyList<Periode> Periodes
);

/// <summary>La fiche d'une adhésion.</summary>
public sealed record FicheAdhesion(
    AdhesionId Id,
    int Version,
    GroupementId Groupement,
    CollectiviteId Collectivite,
    string Nom,
    DateOnly Entree,
    DateOnly? Sortie,
    string? MotifDeSortie,
    bool EstCoordonnateur,
    IReadOnlyList<ChoixDeLaFiche> Choix
);

/// <summary>Lit l'adhésion d'un membre du périmètre.</summary>
public sealed class LireFicheAdhesion(IDbContextFactory<MarchesDbContext> donnees)
{
    /// <returns>La fiche, ou null si l'adhésion n'existe pas, n'est pas de ce groupement ou pas du périmètre.</returns>
    public async Task<FicheAdhesion?> ExecuterAsync(
        Acteur acteur,
        GroupementId groupement,
        AdhesionId id,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var adhesion = await contexte
            .Adhesions.AsNoTracking()
            .DuPerimetre(acteur)
            .SingleOrDefaultAsync(a => a.Id == id && a.Groupement == groupement, annulation);
        if (adhesion is null)
        {
            return null;
        }

        var carte = await contexte.Groupements.AsNoTracking().SingleAsync(g => g.Id == groupement, annulation);
        return new FicheAdhesion(
            id,
            adhesion.Version,
            groupement,
            adhesion.Collectivite,
            await contexte.NomAsync(adhesion.Collectivite, annulation),
            adhesion.Entree,
            adhesion.Sortie,
            adhesion.MotifDeSortie,
            carte.Coordonnateur == adhesion.Collectivite,
            [
                .. carte
                    .Prestations.OrderBy(p => p.Ordre)
                    .Select(p => new ChoixDeLaFiche(p.Id, p.Code, p.Libelle, p.EstRetiree, Periodes(adhesion, p.Id)))
                    .Where(c => !c.EstRetiree || c.Periodes.Count > 0),
            ]
        );
    }

    private static List<Periode> Periodes(Adhesion adhesion, PrestationId prestation) =>
        [.. adhesion.Choix.Where(c => c.Prestation == prestation).OrderBy(c => c.Du).Select(c => new Periode(c.Du, c.Au))];
}
