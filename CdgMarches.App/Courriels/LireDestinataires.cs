using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Courriels;

/// <summary>Une personne d'un membre, et l'adresse où lui écrire.</summary>
public sealed record PersonneDuMembre(CollectiviteId Collectivite, string Membre, string Nom, string Adresse);

/// <summary>Un membre que personne ne peut joindre par courriel : une lettre est à imprimer.</summary>
public sealed record MembreSansAdresse(CollectiviteId Collectivite, string Membre, string AdressePostale);

/// <summary>Les personnes de plusieurs membres, et ceux d'entre eux qui n'ont aucune adresse.</summary>
public sealed record DestinatairesDesMembres(
    IReadOnlyList<PersonneDuMembre> Personnes,
    IReadOnlyList<MembreSansAdresse> SansAdresse
);

/// <summary>Trouve à qui écrire chez des membres : leurs comptes, sinon leurs contacts, sinon l'adresse de la collectivité.</summary>
public sealed class LireDestinataires(HorlogeLegale horloge)
{
    private static readonly RoleDeContact[] Roles =
    [
        RoleDeContact.ReferentMarches,
        RoleDeContact.DirecteurGeneral,
        RoleDeContact.Signataire,
    ];

    /// <param name="contexte">Le contexte de l'appelant.</param>
    /// <param name="membres">Les collectivités à joindre.</param>
    /// <param name="annulation">Abandonne la lecture.</param>
    public async Task<DestinatairesDesMembres> ExecuterAsync(
        MarchesDbContext contexte,
        IReadOnlyCollection<CollectiviteId> membres,
        CancellationToken annulation
    )
    {
        var jour = horloge.Aujourdhui;
        var comptes = await (
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
        var contacts = await (
            from c in contexte.Collectivites
            where membres.Contains(c.Id)
            from p in c.Contacts
            where p.Courriel != null
            from m in p.Mandats
            where m.Debut <= jour && (m.Fin == null || m.Fin >= jour) && Roles.Contains(m.Role)
            select new
            {
                c.Id,
                p.Prenom,
                p.Nom,
                p.Courriel,
                m.Role,
            }
        ).ToListAsync(annulation);
        var fiches = await contexte
            .Collectivites.Where(c => membres.Contains(c.Id))
            .Select(c => new
            {
                c.Id,
                c.Nom,
                c.CleDeTri,
                c.Courriel,
                c.Siege,
                c.Postale,
            })
            .ToListAsync(annulation);
        var contactsParMembre = contacts.Where(c => FileDeCourriels.EstValide(c.Courriel)).ToLookup(c => c.Id);
        var parMembre = comptes.Where(c => FileDeCourriels.EstValide(c.Email)).ToLookup(c => c.Collectivite);
        List<PersonneDuMembre> personnes = [];
        List<MembreSansAdresse> sansAdresse = [];
        foreach (var fiche in fiches.OrderBy(f => f.CleDeTri, StringComparer.Ordinal))
        {
            List<(string Nom, string Adresse)> trouvees = [.. parMembre[fiche.Id].Select(c => (c.Nom, c.Email!))];
            if (trouvees.Count == 0 && contactsParMembre[fiche.Id].MinBy(c => Array.IndexOf(Roles, c.Role)) is { } contact)
            {
                trouvees.Add(($"{contact.Prenom} {contact.Nom}".Trim(), contact.Courriel!));
            }

            if (trouvees.Count == 0 && FileDeCourriels.EstValide(fiche.Courriel))
            {
                trouvees.Add((fiche.Nom, fiche.Courriel!));
            }

            personnes.AddRange(
                trouvees
                    .DistinctBy(t => (t.Adresse.ToUpperInvariant(), t.Nom))
                    .Select(t => new PersonneDuMembre(fiche.Id, fiche.Nom, t.Nom, t.Adresse))
            );
            if (trouvees.Count == 0)
            {
                sansAdresse.Add(
                    new MembreSansAdresse(fiche.Id, fiche.Nom, Postale(fiche.Postale.EstVide ? fiche.Siege : fiche.Postale))
                );
            }
        }

        return new DestinatairesDesMembres(personnes, sansAdresse);
    }

    internal static string Postale(Adresse adresse) =>
        string.Join(
            '\n',
            new[] { adresse.Ligne1, adresse.Ligne2, $"{adresse.CodePostal} {adresse.Ville}".Trim() }.Where(l =>
                !string.IsNullOrWhiteSpace(l)
            )
        );
}
