using CdgMarches.App.Courriels;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Liens;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Adhesions;

/// <summary>L'invitation, telle que la personne la lit en ouvrant son lien.</summary>
/// <param name="Groupement">Le groupement.</param>
/// <param name="Objet">Son objet.</param>
/// <param name="Membre">La collectivité invitée.</param>
/// <param name="Destinataire">La personne.</param>
/// <param name="AttenduLe">Le jour où le dossier complet est attendu.</param>
/// <param name="Prestations">Chacune, et si elle est déjà choisie.</param>
/// <param name="PeutRepondre">Ce qui empêche de répondre.</param>
/// <param name="PeutChoisir">Ce qui remet le choix des prestations à plus tard.</param>
public sealed record InvitationLue(
    string Groupement,
    string Objet,
    string Membre,
    string Destinataire,
    DateOnly? AttenduLe,
    IReadOnlyList<(Guid Id, string Libelle, bool Choisie)> Prestations,
    Verdict PeutRepondre,
    Verdict PeutChoisir
)
{
    /// <summary>Le choix se fait avec la réponse.</summary>
    public bool ChoixAFaire => Prestations.Count > 0 && PeutChoisir.EstFavorable;
}

/// <summary>La réponse à une invitation : entrer avec ces prestations, ou décliner en disant pourquoi.</summary>
public abstract record ReponseALInvitation
{
    private ReponseALInvitation() { }

    public sealed record Entrer(IReadOnlyCollection<Guid> Prestations) : ReponseALInvitation;

    public sealed record Decliner(string? Motif) : ReponseALInvitation;
}

/// <summary>Répond à une invitation sans compte, par le lien à usage unique que le courriel porte (RG1.20).</summary>
/// <remarks>Ouvrir le lien ne fait que montrer. Une réponse retire les autres liens de ce dossier : ceux d'une relance ne répondent plus.</remarks>
public sealed class RepondreParLien(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge, LiensPersonnels liens)
{
    public const string Usage = "adhesion.repondre";

    private const string Chemin = "/adhesion/invitation";

    /// <summary>Ce qu'un courriel d'invitation porte pour qui n'a pas de compte.</summary>
    /// <param name="acteur">Qui invite.</param>
    /// <param name="modele">Le courriel.</param>
    /// <param name="maintenant">L'instant de l'envoi.</param>
    /// <param name="dossier">Le dossier de chaque collectivité ; nul si elle a déjà répondu.</param>
    internal static ReponseSansCompte Inviter(
        Acteur acteur,
        DefinitionDeModele modele,
        DateTimeOffset maintenant,
        Func<CollectiviteId, DossierDAdhesionId?> dossier
    ) =>
        new(
            acteur,
            modele,
            Chemin,
            (membre, destinataire) =>
                dossier(membre) is { } invite
                    ? new DemandeDeLien(
                        Usage,
                        nameof(DossierDAdhesion),
                        invite.Valeur,
                        destinataire,
                        maintenant.AddDays(DemanderParLien.JoursDeValidite),
                        membre.Valeur
                    )
                    : null
        );

    /// <exception cref="RefusException">Le lien ne vaut pas, ou plus.</exception>
    public async Task<InvitationLue> LireAsync(string? jeton, CancellationToken annulation = default)
    {
        var lien = await liens.LireAsync(jeton, Usage, annulation);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var (dossier, groupement, fenetre) = await LireAsync(contexte, lien.CibleId, annulation);
        return new InvitationLue(
            AppellationDuGroupement.AvecMillesime(groupement.Nom, groupement.Millesime),
            groupement.Objet,
            await contexte.NomAsync(dossier.Collectivite, annulation),
            lien.Destinataire,
            dossier.AttenduLe,
            [
                .. groupement
                    .Prestations.Where(p => !p.EstRetiree)
                    .OrderBy(p => p.Ordre)
                    .Select(p => (p.Id.Valeur, p.Libelle, dossier.Choix.Any(c => c.Prestation == p.Id))),
            ],
            PeutRepondre(dossier, groupement),
            dossier.PeutChoisir(1, fenetre, horloge.Aujourdhui)
        );
    }

    /// <summary>Consomme le lien et enregistre la réponse, dans la même transaction.</summary>
    public async Task ExecuterAsync(
        string? jeton,
        ReponseALInvitation reponse,
        string? nom,
        string? qualite,
        string? adresse,
        CancellationToken annulation = default
    )
    {
        var (signataire, fonction) = DemanderParLien.Signataire(nom, qualite);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.EnTransactionAsync(
            async arret =>
            {
                var lien = await liens.ConsommerAsync(contexte, jeton, Usage, adresse, annulation: arret);
                var porteur = LiensPersonnels.Porteur(lien, adresse);
                var (dossier, groupement, fenetre) = await LireAsync(contexte, lien.CibleId, arret);
                PeutRepondre(dossier, groupement).Exiger();
                switch (reponse)
                {
                    case ReponseALInvitation.Entrer entrer:
                        Choisir(dossier, groupement, fenetre, entrer.Prestations);
                        dossier.Accepter(signataire, fonction);
                        break;
                    case ReponseALInvitation.Decliner decliner:
                        dossier.Fermer(decline: true, decliner.Motif);
                        contexte.Journaliser(
                            LigneDeJournal.De(
                                nameof(DossierDAdhesion),
                                dossier.Cle,
                                new InvitationDeclinee(dossier.Collectivite.Valeur, signataire, fonction),
                                porteur,
                                horloge.Maintenant
                            )
                        );
                        break;
                }

                await liens.RevoquerToutAsync(contexte, porteur, Usage, lien.CibleId, arret);
                await contexte.EnregistrerAsync(porteur, horloge.Maintenant, arret);
            },
            annulation
        );
    }

    /// <summary>Hors fenêtre, les prestations se choisiront au dossier ; la réponse, elle, se donne quand même (RG1.17).</summary>
    private void Choisir(
        DossierDAdhesion dossier,
        Groupement groupement,
        FenetreFaits fenetre,
        IReadOnlyCollection<Guid> choisies
    )
    {
        List<PrestationId> proposees = [.. groupement.Prestations.Where(p => !p.EstRetiree).Select(p => p.Id)];
        if (proposees.Count > 0 && dossier.PeutChoisir(1, fenetre, horloge.Aujourdhui).EstFavorable)
        {
            dossier.Choisir([.. proposees.Where(p => choisies.Contains(p.Valeur))], fenetre, horloge.Aujourdhui);
        }
    }

    private static Verdict PeutRepondre(DossierDAdhesion dossier, Groupement groupement) =>
        Verdict.De(new GroupementNonClos(groupement.Etat), new DossierEncoreOuvert(dossier.Etat));

    private async Task<(DossierDAdhesion Dossier, Groupement Groupement, FenetreFaits Fenetre)> LireAsync(
        MarchesDbContext contexte,
        Guid cible,
        CancellationToken annulation
    )
    {
        var id = new DossierDAdhesionId(cible);
        var dossier = await contexte.DossiersDAdhesion.SingleAsync(d => d.Id == id, annulation);
        var groupement = await contexte.Groupements.SingleAsync(g => g.Id == dossier.Groupement, annulation);
        return (dossier, groupement, await contexte.FenetreAsync(groupement, horloge.Aujourdhui, annulation));
    }
}

internal sealed record InvitationDeclinee(Guid Membre, string Nom, string Qualite) : IEvenementMetier
{
    public string Libelle => $"Invitation déclinée par {Nom}, {Qualite}.";

    public Guid? Collectivite => Membre;
}
