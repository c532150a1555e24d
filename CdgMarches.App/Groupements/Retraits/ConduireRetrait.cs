using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Retraits;

/// <summary>Ouvre le dossier de retrait d'un membre, au mode de sa convention ce jour-là.</summary>
public sealed class AnnoncerRetrait(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task<DossierDeRetraitId> ExecuterAsync(Acteur acteur, AdhesionId id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                var adhesion = await contexte.AdhesionAsync(acteur, id, jeton);
                await contexte.VerrouillerAsync(adhesion.Groupement, jeton);
                var groupement = await contexte.GroupementAsync(acteur, adhesion.Groupement, jeton);
                var ouvert = await contexte
                    .DossiersDeRetrait.Where(d => d.Adhesion == id && d.Etat == EtatDeRetrait.Annonce)
                    .Select(d => (DateOnly?)d.AnnonceLe)
                    .FirstOrDefaultAsync(jeton);
                var dossier = DossierDeRetrait.Annoncer(
                    adhesion,
                    groupement.Etat,
                    groupement.Regles.ModeDeRetrait,
                    await contexte.NomAsync(adhesion.Collectivite, jeton),
                    horloge.Aujourdhui,
                    ouvert
                );
                contexte.Add(dossier);
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                return dossier.Id;
            },
            annulation
        );
    }
}

/// <summary>Un changement d'un dossier de retrait.</summary>
public abstract record ChangementDeRetrait
{
    private ChangementDeRetrait() { }

    /// <summary>Le jour où le coordonnateur a reçu l'information, et ce qui le montre : à défaut d'une lettre reçue au registre.</summary>
    public sealed record Information(DateOnly? InformeLe, string? Preuve) : ChangementDeRetrait;

    /// <summary>Reprend la réception que le registre des courriers tient de la lettre du membre.</summary>
    public sealed record InformationDuRegistre : ChangementDeRetrait;

    public sealed record Deliberation(
        ActeDeliberatif Acte,
        DateOnly? Sortie,
        string? Modalites,
        IReadOnlyList<SommeDeRetrait> Sommes
    ) : ChangementDeRetrait;

    /// <summary>
    /// Constate le retrait : la sortie est fixée, chaque membre reçoit la copie de la délibération. Celui du coordonnateur ouvre
    /// la dissolution, là où la convention le veut : il reste membre jusqu'au dernier jour du groupement.
    /// </summary>
    public sealed record Constat(string? Motif) : ChangementDeRetrait;

    public sealed record Caducite : ChangementDeRetrait;

    public sealed record Abandon(string? Motif) : ChangementDeRetrait;
}

/// <summary>Conduit un retrait jusqu'à la sortie.</summary>
public sealed class ConduireRetrait(
    IDbContextFactory<MarchesDbContext> donnees,
    InformerLesMembres informer,
    HorlogeLegale horloge
)
{
    public async Task ExecuterAsync(
        Acteur acteur,
        DossierDeRetraitId id,
        int versionLue,
        ChangementDeRetrait changement,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.EnTransactionAsync(
            async jeton =>
            {
                var dossier = await contexte.RetraitAsync(acteur, id, jeton);
                await contexte.VerrouillerAsync(dossier.Groupement, jeton);
                contexte.ExigerVersion(dossier, versionLue);
                var groupement = await contexte.GroupementAsync(acteur, dossier.Groupement, jeton);
                var adhesion = await contexte.AdhesionAsync(acteur, dossier.Adhesion, jeton);
                switch (changement)
                {
                    case ChangementDeRetrait.Information c:
                        var auRegistre = await contexte.LettreDuPreavisAsync(dossier, groupement, jeton);
                        dossier
                            .PeutInformer(c.InformeLe, c.Preuve, adhesion.Entree, horloge.Aujourdhui)
                            .Et(Verdict.De(new ReceptionDuRegistre(c.InformeLe, auRegistre?.Numero, auRegistre?.RecueLe)))
                            .Exiger();
                        dossier.Informer(c.InformeLe, c.Preuve, adhesion.Entree, groupement.Regles, horloge.Aujourdhui);
                        break;
                    case ChangementDeRetrait.InformationDuRegistre:
                        var lettre = await contexte.LettreDuPreavisAsync(dossier, groupement, jeton);
                        dossier.Informer(lettre?.RecueLe, lettre?.Preuve, adhesion.Entree, groupement.Regles, horloge.Aujourdhui);
                        break;
                    case ChangementDeRetrait.Deliberation c:
                        dossier.Deliberer(c.Acte, c.Sortie, c.Modalites, c.Sommes, adhesion.Entree, horloge.Aujourdhui);
                        break;
                    case ChangementDeRetrait.Constat c:
                        await ConstaterAsync(contexte, acteur, dossier, groupement, adhesion, c.Motif, jeton);
                        break;
                    case ChangementDeRetrait.Caducite:
                        dossier.Caduquer(horloge.Aujourdhui);
                        await TacheDesRetraitsCaducs.InformerDeLaCaduciteAsync(
                            contexte,
                            dossier,
                            horloge.Aujourdhui,
                            informer,
                            jeton
                        );
                        break;
                    case ChangementDeRetrait.Abandon c:
                        dossier.Abandonner(c.Motif);
                        break;
                }

                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
            },
            annulation
        );
    }

    private async Task ConstaterAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        DossierDeRetrait dossier,
        Groupement groupement,
        Adhesion adhesion,
        string? motif,
        CancellationToken annulation
    )
    {
        var faits = await contexte.FaitsAsync(dossier, groupement, horloge.Aujourdhui, annulation);
        dossier.Constater(faits, motif);
        var sortie = dossier.SortieLe!.Value;
        // Un constat tardif ne dissout pas un groupement dans le passé.
        var dernierJour = sortie < horloge.Aujourdhui ? horloge.Aujourdhui : sortie;
        if (!faits.DissoutLeGroupement)
        {
            adhesion.Sortir(sortie, AncienCoordonnateur.MotifDeSortie, faits.EstCoordonnateur);
        }
        else if (await contexte.DissolutionOuverteLeAsync(groupement.Id, annulation) is null)
        {
            await ConduireDissolution.OuvrirAsync(
                contexte,
                groupement,
                CauseDeDissolution.DepartDuCoordonnateur,
                $"{faits.Membre}, coordonnateur, se retire : le groupement est dissous de fait.",
                dernierJour,
                await contexte.FaitsDOuvertureAsync(groupement, dernierJour, fins: [], annulation),
                decision: null,
                informer,
                horloge,
                annulation
            );
        }

        contexte.Journaliser(
            LigneDeJournal.De(
                nameof(Groupement),
                groupement.Id.Valeur,
                new SortieDeMembre(dossier.Collectivite, faits.Membre, sortie, motif),
                acteur,
                horloge.Maintenant
            )
        );
        // La copie à chaque membre est la règle du retrait par délibération datée (RG1.30) ; au préavis, seul le coordonnateur s'informe (RG1.31).
        if (dossier.Mode is ModeDeRetrait.DeliberationDatee)
        {
            await CopieDuRetrait.NotifierAsync(contexte, groupement, dossier, horloge.Aujourdhui, informer, annulation);
        }
    }
}
