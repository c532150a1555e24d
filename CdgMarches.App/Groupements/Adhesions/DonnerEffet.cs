using CdgMarches.App.Groupements.Avenants;
using CdgMarches.App.Groupements.Retraits;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Adhesions;

/// <summary>Ce que la prise d'effet a fait.</summary>
/// <param name="Adhesion">L'adhésion née.</param>
/// <param name="Documents">Combien de documents opposables partent au nouveau membre.</param>
/// <param name="SansAdresse">Il n'a aucune adresse : la remise se constate à la main.</param>
public sealed record EffetDonne(AdhesionId Adhesion, int Documents, bool SansAdresse);

/// <summary>Donne effet à une adhésion dont la règle est remplie, et remet au nouveau membre le corpus en vigueur, preuve gardée.</summary>
public sealed class DonnerEffet(IDbContextFactory<MarchesDbContext> donnees, InformerLesMembres informer, HorlogeLegale horloge)
{
    /// <param name="acteur">Un gestionnaire.</param>
    /// <param name="id">Le dossier.</param>
    /// <param name="versionLue">Sa version à l'écran.</param>
    /// <param name="effet">Le premier jour de l'adhésion.</param>
    /// <param name="motif">Pourquoi remettre un corpus incomplet, s'il l'est (RG1.20).</param>
    /// <param name="annulation">Abandonne.</param>
    /// <exception cref="RegleMetierException">Tout ce qui s'y oppose.</exception>
    public async Task<EffetDonne> ExecuterAsync(
        Acteur acteur,
        DossierDAdhesionId id,
        int versionLue,
        DateOnly effet,
        string? motif = null,
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
                dossier.PeutPrendreEffet(effet, faits).Exiger(motif);

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

                dossier.PrendreEffet(effet, faits, adhesion.Id, motif);
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
                var documents = faits.Corpus.Documents;
                var sansAdresse = await RemettreLeCorpusAsync(contexte, groupement, dossier, documents, jeton);
                await ConduireAvenant.ConsulterLesNouveauxAsync(contexte, groupement.Id, [dossier.Collectivite], informer, jeton);
                await CopieDuRetrait.NotifierAuxNouveauxAsync(
                    contexte,
                    groupement,
                    [dossier.Collectivite],
                    horloge.Aujourdhui,
                    informer,
                    jeton
                );
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                return new EffetDonne(adhesion.Id, documents.Count, sansAdresse > 0);
            },
            annulation
        );
    }

    private Task<int> RemettreLeCorpusAsync(
        MarchesDbContext contexte,
        Groupement groupement,
        DossierDAdhesion dossier,
        IReadOnlyList<DocumentOpposable> corpus,
        CancellationToken annulation
    ) =>
        informer.DeposerAsync(
            contexte,
            [dossier.Collectivite],
            new Information(
                groupement.Id,
                nameof(DossierDAdhesion),
                dossier.Id.Valeur,
                CourrielsDeGroupement.Effet,
                new Dictionary<string, string>
                {
                    ["groupement"] = AppellationDuGroupement.AvecMillesime(groupement.Nom, groupement.Millesime),
                    ["effet"] = Formats.DateLongue(dossier.EffetLe!.Value),
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
                Chemin = _ => AdressesDesDossiers.PourLeMembre(dossier.Id),
            },
            annulation
        );
}
