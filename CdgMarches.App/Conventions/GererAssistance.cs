using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Conventions.Regles;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Conventions;

/// <summary>Enregistre une demande d'assistance : un agent pour une collectivité, ou un membre pour la sienne.</summary>
public sealed class DemanderAssistance(
    IDbContextFactory<MarchesDbContext> donnees,
    LireParametres parametres,
    HorlogeLegale horloge
)
{
    /// <summary>Dit si cette collectivité peut demander l'assistance, avant de montrer un formulaire.</summary>
    public async Task<Verdict> PeutAsync(Acteur acteur, CollectiviteId collectivite, CancellationToken annulation = default)
    {
        acteur.Exiger(acteur.Perimetre.EstCdg ? Droits.GererConventions : Droits.Espace, collectivite);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await PeutAsync(contexte, collectivite, annulation);
    }

    private async Task<Verdict> PeutAsync(MarchesDbContext contexte, CollectiviteId collectivite, CancellationToken annulation) =>
        Verdict.De(
            new AssistancePendantLaConvention(await contexte.FinDesConventionsAsync(collectivite, annulation), horloge.Aujourdhui)
        );

    public async Task<DemandeDAssistanceId> ExecuterAsync(
        Acteur acteur,
        CollectiviteId collectivite,
        NouvelleDemandeDAssistance saisie,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(acteur.Perimetre.EstCdg ? Droits.GererConventions : Droits.Espace, collectivite);
        var jour = horloge.Aujourdhui;
        var delai = (await parametres.ValeursAsync(annulation)).DelaiDUsage(CodesDesConventions.ReponseDAssistance, jour);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        (await PeutAsync(contexte, collectivite, annulation)).Et(DemandeDAssistance.PeutRecevoir(saisie)).Exiger();
        var demande = DemandeDAssistance.Recevoir(
            collectivite,
            acteur.Perimetre.EstCdg ? saisie : saisie with { Demandeur = acteur.Nom },
            horloge.Maintenant,
            jour.AddDays(delai)
        );
        contexte.Add(demande);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
        return demande.Id;
    }
}

/// <summary>Joint à une demande le règlement de la consultation à examiner : un agent pour toutes, un membre pour les siennes.</summary>
public sealed class JoindreLeReglement(
    IDbContextFactory<MarchesDbContext> donnees,
    MagasinDeFichiers magasin,
    HorlogeLegale horloge
)
{
    /// <exception cref="RefusException">Le fichier est vide, trop gros ou d'un type refusé : rien n'est gardé.</exception>
    public async Task ExecuterAsync(
        Acteur acteur,
        DemandeDAssistanceId id,
        FichierRecu fichier,
        CancellationToken annulation = default
    )
    {
        var droit = acteur.Perimetre.EstCdg ? Droits.GererConventions : Droits.Espace;
        acteur.Exiger(droit);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var demande =
            await contexte.DemandesDAssistance.DuPerimetre(acteur).SingleOrDefaultAsync(d => d.Id == id, annulation)
            ?? throw new DroitManquantException(droit);
        demande.PeutJoindreLeReglement().Exiger();
        await using var contenu = File.OpenRead(fichier.Chemin);
        var piece = await magasin.DeposerAsync(contexte, contenu, fichier.Nom, acteur, annulation: annulation);
        demande.JoindreLeReglement(piece.Id);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}

/// <summary>Ce qu'un agent fait d'une demande d'assistance.</summary>
public abstract record GesteDAssistance
{
    private GesteDAssistance() { }

    internal abstract void Appliquer(DemandeDAssistance demande, Guid? agent, DateTimeOffset instant);

    public sealed record PrendreEnCharge : GesteDAssistance
    {
        internal override void Appliquer(DemandeDAssistance demande, Guid? agent, DateTimeOffset instant) =>
            demande.PrendreEnCharge(agent, instant);
    }

    /// <summary>La confier à un agent du CDG, ou la lui reprendre.</summary>
    public sealed record Confier(Guid? A) : GesteDAssistance
    {
        internal override void Appliquer(DemandeDAssistance demande, Guid? agent, DateTimeOffset instant) =>
            demande.PrendreEnCharge(A, instant);
    }

    public sealed record Classer(NatureDAssistance Nature, NiveauDAssistance Niveau) : GesteDAssistance
    {
        internal override void Appliquer(DemandeDAssistance demande, Guid? agent, DateTimeOffset instant) =>
            demande.Classer(Nature, Niveau);
    }

    public sealed record Repondre(string? Texte) : GesteDAssistance
    {
        internal override void Appliquer(DemandeDAssistance demande, Guid? agent, DateTimeOffset instant) =>
            demande.Repondre(Texte, agent, instant);
    }
}

/// <summary>Fait un geste sur une demande d'assistance.</summary>
public sealed class TraiterAssistance(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task ExecuterAsync(
        Acteur acteur,
        DemandeDAssistanceId id,
        int versionLue,
        GesteDAssistance geste,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererConventions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var demande =
            await contexte.DemandesDAssistance.SingleOrDefaultAsync(d => d.Id == id, annulation)
            ?? throw new DroitManquantException(Droits.GererConventions);
        contexte.ExigerVersion(demande, versionLue);
        geste.Appliquer(demande, acteur.Id == Guid.Empty ? null : acteur.Id, horloge.Maintenant);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}
