using CdgMarches.App.Socle.Courriels;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Collectivites;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Courriels;

/// <summary>Une personne d'un membre, et l'adresse où lui écrire.</summary>
public sealed record PersonneDuMembre(CollectiviteId Collectivite, string Membre, string Nom, string Adresse)
{
    /// <summary>Elle se connecte à l'espace du membre ; une autre n'y répond que par un lien personnel.</summary>
    public bool AUnCompte { get; init; }
}

/// <summary>Un membre que personne ne peut joindre par courriel : une lettre est à imprimer.</summary>
/// <param name="Collectivite">La collectivité.</param>
/// <param name="Membre">Son nom.</param>
/// <param name="Enveloppe">Son nom tel que le bloc d'adresse le porte : « Commune d'Arras ».</param>
/// <param name="Adresse">Où lui écrire.</param>
public sealed record MembreSansAdresse(CollectiviteId Collectivite, string Membre, string Enveloppe, Adresse Adresse)
{
    public string AdressePostale => LireDestinataires.Postale(Adresse);
}

/// <summary>Un membre à qui écrire, et ses personnes ; aucune s'il n'est joignable que par lettre.</summary>
public sealed record MembreDestinataire(CollectiviteId Collectivite, string Membre, IReadOnlyList<string> Personnes)
{
    public string Cle => Collectivite.Valeur.ToString();
}

/// <summary>Les personnes de plusieurs membres, et ceux d'entre eux qui n'ont aucune adresse.</summary>
public sealed record DestinatairesDesMembres(
    IReadOnlyList<PersonneDuMembre> Personnes,
    IReadOnlyList<MembreSansAdresse> SansAdresse
)
{
    public static DestinatairesDesMembres Aucun { get; } = new([], []);

    /// <summary>Le nombre de membres, joignables ou non.</summary>
    public int Membres => Personnes.DistinctBy(p => p.Collectivite).Count() + SansAdresse.Count;

    /// <summary>Membre par membre, dans l'ordre des noms.</summary>
    public IReadOnlyList<MembreDestinataire> ParCollectivite =>
        [
            .. Personnes
                .GroupBy(p => (p.Collectivite, p.Membre))
                .Select(g => new MembreDestinataire(
                    g.Key.Collectivite,
                    g.Key.Membre,
                    [.. g.Select(p => $"{p.Nom} ({p.Adresse})")]
                ))
                .Concat(SansAdresse.Select(m => new MembreDestinataire(m.Collectivite, m.Membre, [])))
                .OrderBy(m => Domain.Noyau.CleDeTri.De(m.Membre), StringComparer.Ordinal),
        ];

    public ILookup<CollectiviteId, PersonneDuMembre> ParMembre => Personnes.ToLookup(p => p.Collectivite);

    /// <summary>Ceux de ces membres que l'on a choisis ; tous si rien n'est choisi.</summary>
    public DestinatairesDesMembres Parmi(IReadOnlySet<CollectiviteId>? choisis) =>
        choisis is null
            ? this
            : new(
                [.. Personnes.Where(p => choisis.Contains(p.Collectivite))],
                [.. SansAdresse.Where(m => choisis.Contains(m.Collectivite))]
            );
}

/// <summary>Trouve à qui écrire chez des membres ; toute l'application passe par ici.</summary>
/// <remarks>
/// Ses comptes actifs dont le rattachement est en vigueur ; à défaut ses contacts en fonction, ceux qui suivent les marchés,
/// sinon ceux qui dirigent les services, sinon ceux qui signent ; à défaut l'adresse de la collectivité. Une adresse qui n'en est
/// pas une ne compte pas : le membre dont aucune ne vaut est rendu à part, pour qu'une lettre lui parte.
/// </remarks>
public static class LireDestinataires
{
    private const int Paquet = 500;

    private static readonly RoleDeContact[] Roles =
    [
        RoleDeContact.ReferentMarches,
        RoleDeContact.DirecteurGeneral,
        RoleDeContact.Signataire,
    ];

    /// <param name="contexte">Le contexte de l'appelant.</param>
    /// <param name="membres">Les collectivités à joindre.</param>
    /// <param name="jour">Le jour légal : rattachements et mandats s'y apprécient.</param>
    /// <param name="annulation">Abandonne la lecture.</param>
    public static async Task<DestinatairesDesMembres> DestinatairesAsync(
        this MarchesDbContext contexte,
        IReadOnlyCollection<CollectiviteId> membres,
        DateOnly jour,
        CancellationToken annulation
    )
    {
        List<PersonneDuMembre> personnes = [];
        List<MembreSansAdresse> sansAdresse = [];
        List<Fiche> fiches = [];
        foreach (var paquet in membres.Distinct().Chunk(Paquet))
        {
            fiches.AddRange(await FichesAsync(contexte, paquet, jour, annulation));
        }

        foreach (var fiche in fiches.OrderBy(f => f.CleDeTri, StringComparer.Ordinal))
        {
            var trouvees = Personnes(fiche).DistinctBy(t => (t.Adresse.ToUpperInvariant(), t.Nom)).ToList();
            personnes.AddRange(
                trouvees.Select(t => new PersonneDuMembre(fiche.Id, fiche.Nom, t.Nom, t.Adresse)
                {
                    AUnCompte = fiche.Comptes.Count > 0,
                })
            );
            if (trouvees.Count == 0)
            {
                sansAdresse.Add(
                    new MembreSansAdresse(fiche.Id, fiche.Nom, GrammaireDuNom.SansArticle(fiche.Designation), fiche.Adresse)
                );
            }
        }

        EssaiABlanc.NoterSansAdresse(sansAdresse.Select(m => m.Membre));
        return new DestinatairesDesMembres(personnes, sansAdresse);
    }

    internal static string Postale(Adresse adresse) =>
        string.Join(
            '\n',
            new[] { adresse.Ligne1, adresse.Ligne2, $"{adresse.CodePostal} {adresse.Ville}".Trim() }.Where(l =>
                !string.IsNullOrWhiteSpace(l)
            )
        );

    private static IEnumerable<(string Nom, string Adresse)> Personnes(Fiche fiche)
    {
        if (fiche.Comptes.Count > 0)
        {
            return fiche.Comptes;
        }

        var role = Array.Find(Roles, r => fiche.Contacts.Any(c => c.Role == r));
        var contacts = fiche.Contacts.Where(c => c.Role == role).Select(c => (c.Nom, c.Adresse)).ToList();
        return contacts.Count > 0 ? contacts
            : FileDeCourriels.EstValide(fiche.Courriel) ? [(fiche.Nom, fiche.Courriel!)]
            : [];
    }

    private static async Task<IEnumerable<Fiche>> FichesAsync(
        MarchesDbContext contexte,
        CollectiviteId[] membres,
        DateOnly jour,
        CancellationToken annulation
    )
    {
        var comptes = await (
            from lien in contexte.Rattachements
            join compte in contexte.Users on lien.Utilisateur equals compte.Id
            where
                membres.Contains(lien.Collectivite)
                && lien.Debut <= jour
                && (lien.Fin == null || lien.Fin >= jour)
                && compte.EstActif
                && compte.Email != null
            orderby compte.Nom
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
            orderby p.Nom, p.Prenom
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
                c.Grammaire.Designation,
                c.CleDeTri,
                c.Courriel,
                c.Siege,
                c.Postale,
            })
            .ToListAsync(annulation);
        var comptesDe = comptes.Where(c => FileDeCourriels.EstValide(c.Email)).ToLookup(c => c.Collectivite);
        var contactsDe = contacts.Where(c => FileDeCourriels.EstValide(c.Courriel)).ToLookup(c => c.Id);
        return fiches.Select(f => new Fiche(
            f.Id,
            f.Nom,
            f.Designation,
            f.CleDeTri,
            f.Courriel,
            f.Postale.Sinon(f.Siege),
            [.. comptesDe[f.Id].Select(c => (c.Nom, c.Email!))],
            [.. contactsDe[f.Id].Select(c => (c.Role, $"{c.Prenom} {c.Nom}".Trim(), c.Courriel!))]
        ));
    }

    private sealed record Fiche(
        CollectiviteId Id,
        string Nom,
        string Designation,
        string CleDeTri,
        string? Courriel,
        Adresse Adresse,
        IReadOnlyList<(string Nom, string Adresse)> Comptes,
        IReadOnlyList<(RoleDeContact Role, string Nom, string Adresse)> Contacts
    );
}
