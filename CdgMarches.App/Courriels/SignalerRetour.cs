using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Courriels;

/// <summary>Ce qu'une capacité fait quand un courriel qui prouvait quelque chose revient (RG2.15) ; à enregistrer dans ses services.</summary>
public interface IAuRetourDUnCourriel
{
    /// <summary>Appelé dans la transaction qui note le retour.</summary>
    Task ExecuterAsync(MarchesDbContext contexte, EnvoiDeCourriel envoi, DateTimeOffset instant, CancellationToken annulation);
}

/// <summary>Un fait du journal d'un courriel.</summary>
public sealed record SuiviDeCourriel(string Libelle, string? Motif = null) : IEvenementMetier
{
    string? IEvenementMetier.Motif => Motif;
}

/// <summary>Note qu'un courriel parti n'a pas été remis, ou qu'un courriel douteux est bien parti.</summary>
public sealed class SignalerRetour(
    IDbContextFactory<MarchesDbContext> donnees,
    IEnumerable<IAuRetourDUnCourriel> reactions,
    HorlogeLegale horloge
)
{
    /// <param name="acteur">L'agent, ou l'application pour un avis lu dans le dossier des retours.</param>
    /// <param name="id">L'envoi.</param>
    /// <param name="raison">Ce que le serveur du destinataire en a dit.</param>
    /// <param name="annulation">Abandonne l'attente.</param>
    /// <returns>Faux si le retour était déjà noté.</returns>
    /// <exception cref="RefusException">Le courriel n'est pas parti : il ne peut pas revenir.</exception>
    public async Task<bool> ExecuterAsync(Acteur acteur, Guid id, string? raison, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var envoi = await contexte.EnvoisVisibles(acteur).SingleOrDefaultAsync(e => e.Id == id, annulation);
        switch (envoi?.Etat)
        {
            case null:
                throw new DroitManquantException(Droits.GererGroupements);
            case EtatDEnvoi.Revenu:
                return false;
            case EtatDEnvoi.EnFile or EtatDEnvoi.EnCours or EtatDEnvoi.Echoue:
                throw new RefusException("Ce courriel n'est pas parti : il n'a pas pu revenir. Rien n'a été modifié.");
        }

        var motif = string.IsNullOrWhiteSpace(raison) ? "retour constaté par un agent" : raison.Trim();
        envoi.Etat = EtatDEnvoi.Revenu;
        envoi.RevenuLe = horloge.Maintenant;
        envoi.Erreur = Couper($"Le courriel n'a pas été remis : {motif}. Corrigez l'adresse sur la fiche, puis renvoyez.");
        foreach (var reaction in reactions)
        {
            await reaction.ExecuterAsync(contexte, envoi, horloge.Maintenant, annulation);
        }

        Journaliser(contexte, acteur, envoi, new SuiviDeCourriel($"Courriel revenu : {envoi.Destinataire}.", motif));
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
        return true;
    }

    /// <summary>Tranche un envoi douteux : l'agent s'est assuré qu'il est arrivé.</summary>
    /// <exception cref="RefusException">Il n'y avait pas de doute.</exception>
    public async Task ConfirmerDepartAsync(Acteur acteur, Guid id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var envoi =
            await contexte.EnvoisVisibles(acteur).SingleOrDefaultAsync(e => e.Id == id, annulation)
            ?? throw new DroitManquantException(Droits.GererGroupements);
        if (envoi.Etat is not EtatDEnvoi.AVerifier)
        {
            throw new RefusException("Ce courriel n'est plus à vérifier. Rien n'a été modifié.");
        }

        (envoi.Etat, envoi.EnvoyeLe, envoi.Erreur) = (EtatDEnvoi.Envoye, envoi.EnvoyeLe ?? horloge.Maintenant, null);
        Journaliser(contexte, acteur, envoi, new SuiviDeCourriel($"Départ confirmé par un agent : {envoi.Destinataire}."));
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }

    private void Journaliser(MarchesDbContext contexte, Acteur acteur, EnvoiDeCourriel envoi, SuiviDeCourriel fait) =>
        contexte.Journaliser(LigneDeJournal.De(nameof(EnvoiDeCourriel), envoi.Id, fait, acteur, horloge.Maintenant));

    private static string Couper(string texte) =>
        texte.Length <= EnvoiDeCourriel.LongueurDeLErreur ? texte : texte[..EnvoiDeCourriel.LongueurDeLErreur];
}
