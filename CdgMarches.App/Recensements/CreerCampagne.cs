using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements;

/// <summary>Ce que l'agent choisit pour une nouvelle campagne.</summary>
/// <param name="Groupement">Le groupement recensé.</param>
/// <param name="Exercice">L'exercice dont on recense les besoins.</param>
/// <param name="Parametres">Intitulé, dates, consigne, durée.</param>
/// <param name="Prestations">Les prestations recensées.</param>
/// <param name="Precedente">La campagne dont les valeurs seront N-1 ; son catalogue est repris.</param>
public sealed record NouvelleCampagne(
    GroupementId Groupement,
    int Exercice,
    ParametresDeCampagne Parametres,
    IReadOnlyList<PrestationId> Prestations,
    CampagneId? Precedente = null
);

/// <summary>Crée une campagne en préparation, numérotée, avec le catalogue de la précédente s'il y en a une.</summary>
public sealed class CreerCampagne(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task<CampagneId> ExecuterAsync(Acteur acteur, NouvelleCampagne demande, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.GererRecensements);
        if (!acteur.Perimetre.Comprend(demande.Groupement))
        {
            throw new DroitManquantException(Droits.GererRecensements);
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var groupement =
            await contexte.Groupements.AsNoTracking().SingleOrDefaultAsync(g => g.Id == demande.Groupement, annulation)
            ?? throw new DroitManquantException(Droits.GererRecensements);
        var (prestations, lots) = Choisir(groupement, demande.Prestations);
        Campagne.PeutCreer(demande.Parametres, prestations).Exiger();
        var lignes = await LignesPrecedentesAsync(contexte, demande, lots, annulation);
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                var numero = await contexte.NumeroterAsync($"CAMPAGNE-{demande.Exercice}", jeton);
                var campagne = Campagne.Creer(
                    $"CAMP-{demande.Exercice}-{numero:D3}",
                    groupement.Id,
                    demande.Exercice,
                    demande.Parametres,
                    horloge.FinDuJour(demande.Parametres.Cloture),
                    prestations,
                    lots,
                    demande.Precedente
                );
                campagne.Confier(groupement.Responsable ?? acteur.Id, groupement.Suppleant);
                contexte.Campagnes.Add(campagne);
                if (lignes.Count > 0)
                {
                    contexte.LignesDeCatalogue.AddRange(campagne.ModifierCatalogue([], lignes, new HashSet<int>()));
                }

                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                return campagne.Id;
            },
            annulation
        );
    }

    private static (List<PrestationDeCampagne> Prestations, List<LotDeCampagne> Lots) Choisir(
        Groupement groupement,
        IReadOnlyList<PrestationId> choisies
    )
    {
        var prestations = groupement
            .Prestations.Where(p => choisies.Contains(p.Id))
            .Select(p => new PrestationDeCampagne(p.Id, p.Code, p.Libelle, p.Nature, p.Ordre))
            .ToList();
        var lots = groupement
            .Lots.Where(l => !l.EstRetire && choisies.Contains(l.Prestation))
            .Select(l => new LotDeCampagne(l.Numero, l.Prestation, l.Intitule, l.Nature))
            .ToList();
        return (prestations, lots);
    }

    /// <summary>Les lignes de la campagne précédente, chacune reliée à celle qu'elle reprend.</summary>
    private static async Task<List<ModificationDeCatalogue>> LignesPrecedentesAsync(
        MarchesDbContext contexte,
        NouvelleCampagne demande,
        List<LotDeCampagne> lots,
        CancellationToken annulation
    )
    {
        if (demande.Precedente is not { } precedente)
        {
            return [];
        }

        if (!await contexte.Campagnes.AnyAsync(c => c.Id == precedente && c.Groupement == demande.Groupement, annulation))
        {
            throw new RefusException(
                "La campagne choisie comme précédente n'est pas de ce groupement. Rien n'a été créé : choisissez-en une autre."
            );
        }

        var lignes = await contexte
            .LignesDeCatalogue.AsNoTracking()
            .Where(l => l.Campagne == precedente && l.RetireeALaVersion == null && demande.Prestations.Contains(l.Prestation))
            .OrderBy(l => l.NumeroDeLot)
            .ThenBy(l => l.Ordre)
            .ThenBy(l => l.Numero)
            .ToListAsync(annulation);
        return
        [
            .. lignes.Select(l =>
                ModificationDeCatalogue.Ajout(
                    l.Description with
                    {
                        LigneN1 = l.Numero,
                        NumeroDeLot = lots.Exists(x => x.Numero == l.NumeroDeLot && x.Prestation == l.Prestation)
                            ? l.NumeroDeLot
                            : 0,
                    }
                )
            ),
        ];
    }
}
