using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Courriels;

/// <summary>Remet un courriel en file, à la même personne ou à une adresse corrigée, ou classe ce qui n'est plus à envoyer.</summary>
/// <remarks>
/// Ce qui est déjà parti ne repart pas d'un clic : il faut dire pourquoi. Une invitation ou une pièce repart avec le message.
/// </remarks>
public sealed class RenvoyerCourriel(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    /// <summary>Deux renvois du même courriel ne se suivent pas de plus près : c'est un double clic, ou deux agents.</summary>
    private static readonly TimeSpan Garde = TimeSpan.FromMinutes(10);

    /// <param name="acteur">Le gestionnaire.</param>
    /// <param name="id">Le courriel à renvoyer.</param>
    /// <param name="adresse">L'adresse corrigée ; la même si rien n'est dit.</param>
    /// <param name="motif">Pourquoi, quand il est peut-être ou sûrement déjà parti.</param>
    /// <param name="annulation">Abandonne l'attente.</param>
    /// <returns>Le nouvel envoi.</returns>
    /// <exception cref="RefusException">Il attend encore, vient d'être renvoyé, ou est parti et aucun motif n'est donné.</exception>
    public async Task<Guid> ExecuterAsync(
        Acteur acteur,
        Guid id,
        string? adresse = null,
        string? motif = null,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                var envoi = await TrouverAsync(contexte, acteur, id, jeton);
                var ou = string.IsNullOrWhiteSpace(adresse) ? envoi.Destinataire : adresse.Trim();
                await VerifierAsync(contexte, envoi, ou, motif, jeton);
                var pieces = await contexte
                    .PiecesDeCourriel.Where(p => p.Envoi == id)
                    .OrderBy(p => p.Rang)
                    .Select(p => p.Piece)
                    .ToListAsync(jeton);
                var nouveau = FileDeCourriels.Renvoyer(contexte, envoi, ou, pieces, horloge.Maintenant);
                envoi.EstClasse = true;
                var fait = new SuiviDeCourriel(
                    ou == envoi.Destinataire
                        ? $"Courriel renvoyé à {ou}."
                        : $"Courriel renvoyé à {ou} au lieu de {envoi.Destinataire}.",
                    motif?.Trim()
                );
                contexte.Journaliser(LigneDeJournal.De(nameof(EnvoiDeCourriel), id, fait, acteur, horloge.Maintenant));
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                return nouveau.Id;
            },
            annulation
        );
    }

    /// <summary>Retire de la file ce qui n'est pas parti, ou classe un échec ou un retour traité autrement.</summary>
    /// <exception cref="RefusException">Il est parti : il n'y a plus rien à retirer.</exception>
    public async Task ClasserAsync(Acteur acteur, Guid id, string? motif, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.GererGroupements);
        if (string.IsNullOrWhiteSpace(motif))
        {
            throw new RefusException("Dites pourquoi ce courriel est classé. Rien n'a été modifié.");
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.EnTransactionAsync(
            async jeton =>
            {
                var envoi = await TrouverAsync(contexte, acteur, id, jeton);
                if (envoi.Etat is EtatDEnvoi.Envoye or EtatDEnvoi.EnCours)
                {
                    throw new RefusException("Ce courriel est parti ou part en ce moment : il n'y a rien à classer.");
                }

                // The sender claims a mail by an update of its state: whoever changes it first wins.
                var retire = await contexte
                    .EnvoisDeCourriel.Where(e => e.Id == id && e.Etat == EtatDEnvoi.EnFile)
                    .ExecuteUpdateAsync(
                        e =>
                            e.SetProperty(x => x.Etat, EtatDEnvoi.Echoue)
                                .SetProperty(x => x.EstClasse, true)
                                .SetProperty(x => x.Erreur, "Retiré de la file par un agent avant de partir."),
                        jeton
                    );
                if (retire == 0)
                {
                    envoi.EstClasse = true;
                }

                var fait = new SuiviDeCourriel(
                    retire > 0 ? "Courriel retiré de la file." : "Courriel classé sans renvoi.",
                    motif.Trim()
                );
                contexte.Journaliser(LigneDeJournal.De(nameof(EnvoiDeCourriel), id, fait, acteur, horloge.Maintenant));
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
            },
            annulation
        );
    }

    private static async Task<EnvoiDeCourriel> TrouverAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        Guid id,
        CancellationToken annulation
    ) =>
        await contexte.EnvoisVisibles(acteur).SingleOrDefaultAsync(e => e.Id == id, annulation)
        ?? throw new DroitManquantException(Droits.GererGroupements);

    /// <summary>Ce qui convoquait à une séance annulée y ferait venir : seul l'avis d'annulation se renvoie encore.</summary>
    private static async Task VerifierLaSeanceAsync(
        MarchesDbContext contexte,
        EnvoiDeCourriel envoi,
        CancellationToken annulation
    )
    {
        if (
            envoi.ObjetType != nameof(Seance)
            || envoi.ObjetId is not { } cle
            || envoi.Ics?.Contains(InvitationIcs.Annulee, StringComparison.Ordinal) == true
        )
        {
            return;
        }

        var seance = new SeanceId(cle);
        if (await contexte.Seances.AnyAsync(s => s.Id == seance && s.Etat == EtatDeSeance.Annulee, annulation))
        {
            throw new RefusException(
                "La séance est annulée : ce courriel y convoquerait pour rien. Rien n'a été renvoyé. Renvoyez plutôt l'avis d'annulation, ou convoquez à la nouvelle séance depuis sa page."
            );
        }
    }

    private async Task VerifierAsync(
        MarchesDbContext contexte,
        EnvoiDeCourriel envoi,
        string adresse,
        string? motif,
        CancellationToken annulation
    )
    {
        if (envoi.ObjetType == "Utilisateur")
        {
            throw new RefusException(
                "Ce courriel porte un lien personnel d'accès, qui a peut-être expiré : il ne se renvoie pas. Faites-en envoyer un neuf depuis la fiche du compte."
            );
        }

        await VerifierLaSeanceAsync(contexte, envoi, annulation);
        if (!FileDeCourriels.EstValide(adresse))
        {
            throw new RefusException($"« {adresse} » n'est pas une adresse de courriel : rien n'a été renvoyé.");
        }

        if (envoi.Etat is EtatDEnvoi.EnFile or EtatDEnvoi.EnCours)
        {
            throw new RefusException("Ce courriel n'est pas encore parti : il est dans la file. Rien n'a été renvoyé.");
        }

        if (envoi.Etat is EtatDEnvoi.Envoye or EtatDEnvoi.AVerifier && string.IsNullOrWhiteSpace(motif))
        {
            throw new RefusException(
                envoi.Etat is EtatDEnvoi.Envoye
                    ? "Ce courriel est déjà parti : la personne le recevrait deux fois. Dites pourquoi le renvoyer, ou ne le renvoyez pas."
                    : "Ce courriel est peut-être parti : la personne pourrait le recevoir deux fois. Dites pourquoi le renvoyer, ou confirmez qu'il est arrivé."
            );
        }

        var depuis = horloge.Maintenant - Garde;
        if (await contexte.EnvoisDeCourriel.AnyAsync(e => e.RenvoiDe == envoi.Id && e.DeposeLe > depuis, annulation))
        {
            throw new RefusException(
                "Ce courriel vient d'être renvoyé, par vous ou par un collègue : rien n'a été ajouté. Attendez dix minutes pour le renvoyer encore."
            );
        }
    }
}
