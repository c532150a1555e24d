using CdgMarches.App.Documents.Conventions;
using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Conventions.Regles;
using CdgMarches.Domain.Courriels;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Conventions;

/// <summary>Fait un geste sur une convention d'accès, à partir de la version que l'agent avait sous les yeux.</summary>
public sealed class AgirSurConvention(
    IDbContextFactory<MarchesDbContext> donnees,
    LireAnnexesManquantes lireAnnexes,
    LireParametres parametres,
    HorlogeLegale horloge
)
{
    /// <exception cref="RegleMetierException">Une règle s'oppose au geste : rien n'est écrit.</exception>
    public async Task ExecuterAsync(
        Acteur acteur,
        ConventionDAccesId id,
        int versionLue,
        GesteDeConvention geste,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererConventions);
        IReadOnlyList<string> manquantes = geste is GesteDeConvention.Dater { Actes.EstSigneParUnePartie: true }
            ? await lireAnnexes.ExecuterAsync(acteur, nameof(ConventionDAcces), id.Valeur, annulation)
            : [];
        var valeurs = await parametres.ValeursAsync(annulation);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.EnTransactionAsync(
            async jeton =>
            {
                var convention = await contexte.ConventionAsync(acteur, id, jeton);
                contexte.ExigerVersion(convention, versionLue);
                await contexte.VerrouillerAsync([convention.Collectivite], jeton);
                var autres = await contexte.AutresConventionsAsync([convention.Collectivite], id, jeton);
                await ExigerImpayeAsync(contexte, convention, geste, jeton);
                IReadOnlyList<FaitSousLaConvention> sousElle =
                    geste is GesteDeConvention.Dater ? await contexte.FaitsSousAsync(convention, horloge, jeton) : [];
                geste.Appliquer(
                    convention,
                    new(
                        horloge.Aujourdhui,
                        [.. autres[convention.Collectivite]],
                        manquantes,
                        sousElle,
                        await RevenuAsync(contexte, convention, geste, jeton)
                    )
                );
                if (geste.Envoi(convention) is { } lettre)
                {
                    await contexte.InscrireAsync(acteur, convention, lettre, valeurs, horloge.Aujourdhui, jeton);
                }

                if (geste is GesteDeConvention.Denoncer)
                {
                    convention.AnnonceTenable.Exiger();
                }

                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
            },
            annulation
        );
    }

    /// <summary>Le courrier de la lettre que ce geste remplace, s'il est revenu d'une adresse inconnue.</summary>
    private static async Task<string?> RevenuAsync(
        MarchesDbContext contexte,
        ConventionDAcces convention,
        GesteDeConvention geste,
        CancellationToken annulation
    ) =>
        geste is GesteDeConvention.RenvoyerLaLettre renvoi
        && convention.LettreDe(renvoi.Lettre, renvoi.Numero)?.Courrier is { } courrier
            ? await contexte
                .Courriers.Where(c => c.Id == courrier)
                .Where(c => c.Destinataires.Any(d => d.Rang == 1 && d.Issue == IssueDeCourrier.AdresseInconnue))
                .Select(c => c.Numero)
                .SingleOrDefaultAsync(annulation)
            : null;

    /// <summary>Un titre soldé depuis dans les contributions ne fonde plus de dénonciation, même si personne ne l'a noté ici (RG6.21).</summary>
    private async Task ExigerImpayeAsync(
        MarchesDbContext contexte,
        ConventionDAcces convention,
        GesteDeConvention geste,
        CancellationToken annulation
    )
    {
        if (
            geste is not GesteDeConvention.Denoncer { Saisie: { Auteur: AuteurDeDenonciation.CdgPourDefautDePaiement } saisie }
            || convention.MisesEnDemeure.FirstOrDefault(m => m.Numero == saisie.MiseEnDemeure) is not { } mise
        )
        {
            return;
        }

        var soldes = await contexte
            .Appels.Where(a => a.Source == SourceDeDette.Convention && a.SourceId == convention.Id.Valeur)
            .Where(a => a.NumeroDeTitre == mise.Titre && a.Etat == EtatDAppel.Solde)
            .Select(a => a.PayeLe)
            .ToListAsync(annulation);
        Verdict.De(new ImpayeNonRegularise(soldes.Count == 0 ? null : soldes[0] ?? horloge.Aujourdhui)).Exiger();
    }
}
