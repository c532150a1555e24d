using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements;

/// <summary>Met en file un courriel à chaque personne d'un membre qui a un compte ; à défaut, à ses contacts qui suivent les marchés ou signent ; à défaut encore, à l'adresse de la collectivité.</summary>
internal static class PrevenirLesMembres
{
    public static async Task DeposerAsync(
        MarchesDbContext contexte,
        IReadOnlyList<CollectiviteId> membres,
        string objet,
        string texte,
        string objetType,
        Guid objetId,
        HorlogeLegale horloge,
        CancellationToken annulation
    )
    {
        if (membres.Count == 0)
        {
            return;
        }

        var jour = horloge.Aujourdhui;
        var personnes = await (
            from lien in contexte.Rattachements
            join compte in contexte.Users on lien.Utilisateur equals compte.Id
            where
                membres.Contains(lien.Collectivite)
                && lien.Debut <= jour
                && (lien.Fin == null || lien.Fin >= jour)
                && compte.EstActif
                && compte.Email != null
            select new
            {
                lien.Collectivite,
                compte.Nom,
                compte.Email,
            }
        ).ToListAsync(annulation);
        var joints = personnes.Select(p => p.Collectivite).ToHashSet();
        var sansCompte = membres.Where(m => !joints.Contains(m)).ToList();
        var contacts = await contexte
            .Collectivites.Where(c => sansCompte.Contains(c.Id))
            .SelectMany(
                c => c.Contacts,
                (c, contact) =>
                    new
                    {
                        c.Id,
                        contact.Prenom,
                        contact.Nom,
                        contact.Courriel,
                        EstConcerne = contact.Mandats.Any(m =>
                            (m.Role == RoleDeContact.ReferentMarches || m.Role == RoleDeContact.Signataire)
                            && m.Debut <= jour
                            && (m.Fin == null || m.Fin >= jour)
                        ),
                    }
            )
            .Where(c => c.EstConcerne && c.Courriel != null)
            .ToListAsync(annulation);
        joints.UnionWith(contacts.Select(c => c.Id));
        var autres = membres.Where(m => !joints.Contains(m)).ToList();
        var fiches = await contexte
            .Collectivites.Where(c => autres.Contains(c.Id) && c.Courriel != null)
            .Select(c => new { c.Nom, c.Courriel })
            .ToListAsync(annulation);
        var destinataires = personnes
            .Select(p => (p.Nom, Adresse: p.Email!))
            .Concat(contacts.Select(c => (Nom: $"{c.Prenom} {c.Nom}".Trim(), Adresse: c.Courriel!)))
            .Concat(fiches.Select(f => (f.Nom, Adresse: f.Courriel!)))
            .Distinct();
        foreach (var (nom, adresse) in destinataires)
        {
            FileDeCourriels.Deposer(
                contexte,
                new Courriel(adresse, nom, objet, $"Bonjour {nom},\n\n{texte}\n", objetType, objetId),
                horloge.Maintenant
            );
        }
    }
}
