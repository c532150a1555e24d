using CdgMarches.App.Compte;
using CdgMarches.App.Courriels;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.App.Socle.Liens;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Adhesions;

/// <summary>Ce que la personne lit en ouvrant son lien.</summary>
public sealed record DemandeLue(
    string Groupement,
    string Objet,
    string Membre,
    string Destinataire,
    IReadOnlyList<(Guid Id, string Libelle)> Prestations,
    DemandeDAdhesion Demande
);

/// <summary>La demande d'adhésion sans compte : un lien à usage unique, remis à une personne de la collectivité.</summary>
/// <remarks>Ouvrir le lien ne fait que montrer ; l'envoi du formulaire ouvre le dossier.</remarks>
public sealed class DemanderParLien(
    IDbContextFactory<MarchesDbContext> donnees,
    HorlogeLegale horloge,
    LiensPersonnels liens,
    ComposerCourriel composer,
    AdressesPubliques adresses
)
{
    public const string Usage = "adhesion.demander";

    internal const int JoursDeValidite = 60;
    internal const int LongueurDuNom = 200;
    internal const int LongueurDeLaQualite = 120;

    public async Task EnvoyerAsync(
        Acteur acteur,
        GroupementId id,
        CollectiviteId collectivite,
        string? nom,
        string? courriel,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        var (destinataire, adresse) = (nom?.Trim() ?? "", courriel?.Trim() ?? "");
        if (destinataire.Length is 0 or > 200 || !FileDeCourriels.EstValide(adresse))
        {
            throw new RefusException(
                "Donnez le nom de la personne et une adresse de courriel valable : le lien n'a pas été envoyé."
            );
        }

        var modele = await composer.LireAsync(CourrielsDeGroupement.Lien.Cle, annulation);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.EnTransactionAsync(
            async jeton =>
            {
                var groupement = await contexte.GroupementAsync(acteur, id, jeton);
                var faits = await contexte.FaitsDOuvertureAsync(groupement, [collectivite], horloge.Aujourdhui, jeton);
                DossierDAdhesion.PeutOuvrir(faits[collectivite], horloge.Aujourdhui, null).Exiger();
                var emis = liens.Emettre(
                    contexte,
                    acteur,
                    new DemandeDeLien(
                        Usage,
                        nameof(Groupement),
                        id.Valeur,
                        destinataire,
                        horloge.Maintenant.AddDays(JoursDeValidite),
                        collectivite.Valeur
                    )
                );
                FileDeCourriels.Deposer(
                    contexte,
                    modele.Pour(
                        adresse,
                        destinataire,
                        new Dictionary<string, string>
                        {
                            ["groupement"] = AppellationDuGroupement.AvecMillesime(groupement.Nom, groupement.Millesime),
                            ["membre"] = faits[collectivite].Membre,
                            ["lien"] = adresses.De($"/adhesion/{emis.Jeton}"),
                        }
                    ) with
                    {
                        ObjetType = nameof(Groupement),
                        ObjetId = id.Valeur,
                        Collectivite = collectivite.Valeur,
                        Lien = emis.Lien.Id,
                    },
                    horloge.Maintenant
                );
                contexte.Journaliser(
                    LigneDeJournal.De(
                        nameof(Groupement),
                        id.Valeur,
                        new LienDeDemandeEnvoye(collectivite.Valeur, faits[collectivite].Membre, destinataire, adresse),
                        acteur,
                        horloge.Maintenant
                    )
                );
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
            },
            annulation
        );
    }

    /// <exception cref="RefusException">Le lien ne vaut pas, ou plus.</exception>
    public async Task<DemandeLue> LireAsync(string? jeton, CancellationToken annulation = default)
    {
        var lien = await liens.LireAsync(jeton, Usage, annulation);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var (id, collectivite) = (new GroupementId(lien.CibleId), new CollectiviteId(lien.Collectivite!.Value));
        var groupement = await contexte.Groupements.AsNoTracking().SingleAsync(g => g.Id == id, annulation);
        return new DemandeLue(
            AppellationDuGroupement.AvecMillesime(groupement.Nom, groupement.Millesime),
            groupement.Objet,
            await contexte.NomAsync(collectivite, annulation),
            lien.Destinataire,
            [.. groupement.Prestations.Where(p => !p.EstRetiree).OrderBy(p => p.Ordre).Select(p => (p.Id.Valeur, p.Libelle))],
            await contexte.DemandeAsync(groupement, collectivite, horloge.Aujourdhui, annulation)
        );
    }

    /// <summary>Consomme le lien et ouvre le dossier, dans la même transaction.</summary>
    public async Task ExecuterAsync(
        string? jeton,
        IReadOnlyCollection<Guid> prestations,
        string? nom,
        string? qualite,
        string? adresse,
        CancellationToken annulation = default
    )
    {
        var (signataire, fonction) = Signataire(nom, qualite);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.EnTransactionAsync(
            async arret =>
            {
                var lien = await liens.ConsommerAsync(contexte, jeton, Usage, adresse, annulation: arret);
                var (id, collectivite) = (new GroupementId(lien.CibleId), new CollectiviteId(lien.Collectivite!.Value));
                await contexte.VerrouillerAsync(id, arret);
                var groupement = await contexte.Groupements.SingleAsync(g => g.Id == id, arret);
                var jour = horloge.Aujourdhui;
                var demande = await contexte.DemandeAsync(groupement, collectivite, jour, arret);
                var choisies = prestations.Select(p => new PrestationId(p)).ToList();
                demande.PeutDemander(choisies).Exiger();
                var dossier = DossierDAdhesion.Ouvrir(id, collectivite, OrigineDAdhesion.Lien, jour, null, demande.Faits);
                if (demande.ChoixAFaire)
                {
                    dossier.Choisir(demande.Retenir(choisies), demande.Fenetre, jour);
                }

                contexte.Add(dossier);
                contexte.Journaliser(
                    LigneDeJournal.De(
                        nameof(DossierDAdhesion),
                        dossier.Cle,
                        new DemandeSignee(collectivite.Valeur, signataire, fonction),
                        LiensPersonnels.Porteur(lien, adresse),
                        horloge.Maintenant
                    )
                );
                await contexte.EnregistrerAsync(LiensPersonnels.Porteur(lien, adresse), horloge.Maintenant, arret);
            },
            annulation
        );
    }

    /// <exception cref="RefusException">Qui répond sans compte dit son nom et sa qualité.</exception>
    internal static (string Nom, string Qualite) Signataire(string? nom, string? qualite) =>
        string.IsNullOrWhiteSpace(nom) || string.IsNullOrWhiteSpace(qualite)
            ? throw new RefusException("Donnez votre nom et votre qualité : rien n'a été enregistré.")
        : nom.Trim().Length > LongueurDuNom || qualite.Trim().Length > LongueurDeLaQualite
            ? throw new RefusException(
                $"Raccourcissez votre nom ({LongueurDuNom} caractères au plus) ou votre qualité ({LongueurDeLaQualite} au plus) : rien n'a été enregistré."
            )
        : (nom.Trim(), qualite.Trim());
}

internal sealed record LienDeDemandeEnvoye(Guid Membre, string NomDuMembre, string Destinataire, string Adresse)
    : IEvenementMetier
{
    public string Libelle => $"Lien de demande d'adhésion envoyé pour {NomDuMembre} à {Destinataire} ({Adresse}).";

    public Guid? Collectivite => Membre;
}

internal sealed record DemandeSignee(Guid Membre, string Nom, string Qualite) : IEvenementMetier
{
    public string Libelle => $"Demande d'adhésion confirmée par {Nom}, {Qualite}.";

    public Guid? Collectivite => Membre;
}
