using CdgMarches.App.Groupements.Avenants;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Adhesions;

/// <summary>Donne effet à une adhésion dont la règle est remplie, et remet au nouveau membre le corpus en vigueur, preuve gardée.</summary>
public sealed class DonnerEffet(IDbContextFactory<MarchesDbContext> donnees, InformerLesMembres informer, HorlogeLegale horloge)
{
    /// <exception cref="RegleMetierException">Tout ce qui s'y oppose.</exception>
    public async Task<AdhesionId> ExecuterAsync(
        Acteur acteur,
        DossierDAdhesionId id,
        int versionLue,
        DateOnly effet,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                var dossier = await contexte.DossierAsync(acteur, id, jeton);
                await contexte.VerrouillerAsync(dossier.Groupement, jeton);
                contexte.ExigerVersion(dossier, versionLue);
                var groupement = await contexte.GroupementAsync(acteur, dossier.Groupement, jeton);
                var faits = await contexte.FaitsAsync(dossier, groupement, effet, jeton);
                dossier.PeutPrendreEffet(effet, faits).Exiger();

                var deja = await contexte
                    .Adhesions.Where(a =>
                        a.Groupement == dossier.Groupement
                        && a.Collectivite == dossier.Collectivite
                        && (a.Sortie == null || a.Sortie >= effet)
                    )
                    .Select(a => new { a.Entree, a.Sortie })
                    .FirstOrDefaultAsync(jeton);
                var adhesion = Adhesion.Entrer(
                    dossier.Groupement,
                    dossier.Collectivite,
                    effet,
                    new FaitsDEntree(
                        groupement.Etat,
                        groupement.Debut,
                        groupement.Fin,
                        deja is null ? null : new Periode(deja.Entree, deja.Sortie),
                        groupement.Regles.VerrouDAdhesion ? faits.Consultations : []
                    )
                );
                foreach (var choix in dossier.Choix)
                {
                    adhesion.Choisir(groupement.PrestationDe(choix.Prestation), effet);
                }

                dossier.PrendreEffet(effet, faits, adhesion.Id);
                contexte.Add(adhesion);
                contexte.Journaliser(
                    LigneDeJournal.De(
                        nameof(Groupement),
                        groupement.Id.Valeur,
                        new MembreAdmis(dossier.Collectivite, faits.Membre, effet),
                        acteur,
                        horloge.Maintenant
                    )
                );
                await RemettreLeCorpusAsync(contexte, groupement, dossier, effet, jeton);
                await ConduireAvenant.ConsulterLeNouveauAsync(contexte, groupement.Id, dossier.Collectivite, informer, jeton);
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                return adhesion.Id;
            },
            annulation
        );
    }

    private async Task RemettreLeCorpusAsync(
        MarchesDbContext contexte,
        Groupement groupement,
        DossierDAdhesion dossier,
        DateOnly effet,
        CancellationToken annulation
    )
    {
        var convention = await contexte
            .ConventionsConstitutives.AsNoTracking()
            .SingleOrDefaultAsync(c => c.Groupement == groupement.Id, annulation);
        var corpus = convention?.Documents.Where(d => d.Du <= effet).OrderBy(d => d.Du).ToList() ?? [];
        await informer.DeposerAsync(
            contexte,
            [dossier.Collectivite],
            new Information(
                groupement.Id,
                nameof(DossierDAdhesion),
                dossier.Id.Valeur,
                CourrielsDeGroupement.Effet,
                new Dictionary<string, string>
                {
                    ["groupement"] = groupement.Nom,
                    ["effet"] = Formats.DateLongue(effet),
                    ["documents"] =
                        corpus.Count == 0
                            ? "Les documents opposables sont tenus à votre disposition par le centre de gestion."
                            : "Documents joints :\n"
                                + string.Join(
                                    '\n',
                                    corpus.Select(d => $"- {d.Libelle}, à compter du {Formats.DateCourte(d.Du)}")
                                ),
                }
            )
            {
                Pieces = [.. corpus.Select(d => d.Piece)],
            },
            annulation
        );
    }
}
