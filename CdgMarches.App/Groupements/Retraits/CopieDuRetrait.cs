using CdgMarches.App.Groupements.Avenants;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Retraits;

/// <summary>La copie de la délibération de retrait à chaque membre, là où la convention la veut (RG1.30).</summary>
internal static class CopieDuRetrait
{
    /// <summary>À chaque membre qui reste, et à qui entre à une date déjà fixée : il est partie quand l'autre s'en va.</summary>
    public static async Task NotifierAsync(
        MarchesDbContext contexte,
        Groupement groupement,
        DossierDeRetrait dossier,
        DateOnly jour,
        InformerLesMembres informer,
        CancellationToken annulation
    )
    {
        var parties = await contexte
            .Parties(groupement.Id, jour)
            .Where(m => m != dossier.Collectivite)
            .Distinct()
            .ToListAsync(annulation);
        await DeposerAsync(contexte, groupement, dossier, parties, informer, annulation);
    }

    /// <summary>À de nouveaux membres, pour chaque retrait constaté dont la sortie est encore à venir : sans quoi il se dirait complet sans eux.</summary>
    public static async Task NotifierAuxNouveauxAsync(
        MarchesDbContext contexte,
        Groupement groupement,
        IReadOnlyCollection<CollectiviteId> nouveaux,
        DateOnly jour,
        InformerLesMembres informer,
        CancellationToken annulation
    )
    {
        var constates = await contexte
            .DossiersDeRetrait.AsNoTracking()
            .Where(d => d.Groupement == groupement.Id && d.Etat == EtatDeRetrait.Constate)
            .Where(d => d.Mode == ModeDeRetrait.DeliberationDatee && d.SortieLe >= jour)
            .OrderBy(d => d.Id)
            .ToListAsync(annulation);
        foreach (var dossier in constates)
        {
            var informes = await contexte
                .PreuvesDInformation.Where(p => p.ObjetType == nameof(DossierDeRetrait) && p.ObjetId == dossier.Id.Valeur)
                .Select(p => p.Collectivite)
                .ToListAsync(annulation);
            List<CollectiviteId> aInformer = [.. nouveaux.Where(n => n != dossier.Collectivite).Except(informes)];
            if (aInformer.Count > 0)
            {
                await DeposerAsync(contexte, groupement, dossier, aInformer, informer, annulation);
            }
        }
    }

    private static async Task DeposerAsync(
        MarchesDbContext contexte,
        Groupement groupement,
        DossierDeRetrait dossier,
        IReadOnlyCollection<CollectiviteId> membres,
        InformerLesMembres informer,
        CancellationToken annulation
    ) =>
        await informer.DeposerAsync(
            contexte,
            membres,
            new Information(
                groupement.Id,
                nameof(DossierDeRetrait),
                dossier.Id.Valeur,
                CourrielsDeGroupement.Retrait,
                new Dictionary<string, string>
                {
                    ["groupement"] = AppellationDuGroupement.AvecMillesime(groupement.Nom, groupement.Millesime),
                    ["membre"] = await contexte.NomAsync(dossier.Collectivite, annulation),
                    ["sortie"] = Formats.DateLongue(dossier.SortieLe!.Value),
                    ["deliberation"] = dossier.Deliberation.EnClairDates,
                    ["copie"] = "jointe à ce message",
                    ["modalites"] = Modalites(dossier),
                }
            )
            {
                Pieces = [dossier.Deliberation.Piece!.Value],
            },
            annulation
        );

    /// <summary>Ce que la délibération fixe : le texte, puis chaque somme et le jour où elle est due.</summary>
    private static string Modalites(DossierDeRetrait dossier)
    {
        List<string> lignes =
        [
            .. dossier.Modalites is { } texte ? [texte] : Array.Empty<string>(),
            .. dossier.Sommes.OrderBy(s => s.DueLe).Select(s => $"- {s.EnClair()}"),
        ];
        return lignes.Count == 0 ? "" : $"Modalités financières :\n{string.Join('\n', lignes)}";
    }
}
