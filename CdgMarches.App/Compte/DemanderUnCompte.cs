using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Notifications;
using CdgMarches.Database;
using CdgMarches.Database.Comptes;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Comptes;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Compte;

/// <summary>Une collectivité que l'on peut choisir en demandant un compte.</summary>
public sealed record CollectiviteTrouvee(Guid Id, string Nom);

/// <summary>Dépose la demande d'une personne sans compte, et prévient qui décide.</summary>
public sealed class DemanderUnCompte(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public const int Proposees = 20;

    /// <summary>Au-delà, les demandes en attente d'une même boîte ne sont plus retenues.</summary>
    private const int EnAttenteParBoite = 5;

    /// <summary>Les collectivités dont le nom ou la ville contient tous les mots tapés.</summary>
    public async Task<IReadOnlyList<CollectiviteTrouvee>> ChercherAsync(string? recherche, CancellationToken annulation = default)
    {
        var mots = CleDeTri.Mots(recherche);
        if (mots.Sum(m => m.Length) < 3)
        {
            return [];
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var trouvees = contexte.Collectivites.AsNoTracking().Where(c => c.ArchiveLe == null);
        foreach (var mot in mots)
        {
            trouvees = trouvees.Where(c => c.CleDeTri.Contains(mot));
        }

        return await trouvees
            .OrderBy(c => c.CleDeTri)
            .Take(Proposees)
            .Select(c => new CollectiviteTrouvee(c.Id.Valeur, c.Nom))
            .ToListAsync(annulation);
    }

    /// <remarks>La réponse à la personne est la même que la demande soit retenue ou déjà en attente.</remarks>
    public async Task ExecuterAsync(
        string nom,
        string courriel,
        string? telephone,
        CollectiviteId collectivite,
        RoleDeMembre role,
        string? message,
        CancellationToken annulation = default
    )
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var existe = await contexte.Collectivites.AnyAsync(c => c.Id == collectivite && c.ArchiveLe == null, annulation);
        var enAttente = await contexte.DemandesDeCompte.CountAsync(
            d => d.Courriel == courriel && d.Etat == EtatDeDemande.EnAttente,
            annulation
        );
        if (!existe || enAttente >= EnAttenteParBoite)
        {
            return;
        }

        var maintenant = horloge.Maintenant;
        contexte.Add(DemandeDeCompte.Deposer(nom, courriel, telephone, collectivite, role, message, maintenant));
        await PrevenirAsync(contexte, collectivite, nom, maintenant, annulation);
        await contexte.EnregistrerAsync(
            new Acteur(Guid.Empty, nom, new HashSet<string>(), Perimetre.Vide),
            maintenant,
            annulation
        );
    }

    /// <summary>Ceux qui tiennent les comptes de la collectivité ; sinon les administrateurs du CDG.</summary>
    private async Task PrevenirAsync(
        MarchesDbContext contexte,
        CollectiviteId collectivite,
        string nom,
        DateTimeOffset maintenant,
        CancellationToken annulation
    )
    {
        var jour = horloge.Aujourdhui;
        var gerants = await contexte
            .Rattachements.Where(r =>
                r.Collectivite == collectivite
                && r.EstAdministrateur
                && r.Debut <= jour
                && (r.Fin == null || r.Fin >= jour)
                && contexte.Users.Any(u => u.Id == r.Utilisateur && u.EstActif)
            )
            .Select(r => r.Utilisateur)
            .Distinct()
            .ToListAsync(annulation);
        var role = RolesDuCdg.IdentifiantDe(RoleCdg.Administrateur);
        var destinataires =
            gerants.Count > 0
                ? gerants
                : await contexte
                    .UserRoles.Where(l => l.RoleId == role && contexte.Users.Any(u => u.Id == l.UserId && u.EstActif))
                    .Select(l => l.UserId)
                    .ToListAsync(annulation);
        var lien = gerants.Count > 0 ? "/espace/utilisateurs/demandes" : "/administration/demandes";
        foreach (var destinataire in destinataires)
        {
            FileDeNotifications.Deposer(contexte, destinataire, $"{nom} demande un compte.", lien, maintenant);
        }
    }
}
