using CdgMarches.Database;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Socle.Courriels;

/// <summary>Une réunion, telle que l'agenda de chacun la tient.</summary>
/// <param name="Cle">Ce qui la désigne, et ne change jamais (« seance-0195… »).</param>
/// <param name="Sequence">Combien de fois elle a changé.</param>
/// <param name="Titre">Son objet.</param>
/// <param name="Jour">Son jour.</param>
/// <param name="Debut">Son heure.</param>
public sealed record ReunionDAgenda(string Cle, int Sequence, string Titre, DateOnly Jour, TimeOnly Debut)
{
    /// <summary>L'heure de fin ; nulle quand on ne la fixe pas.</summary>
    public TimeOnly? Fin { get; init; }

    public bool EstAnnulee { get; init; }

    public string? Lieu { get; init; }

    public string? Description { get; init; }

    /// <summary>La page de la personne invitée.</summary>
    public string? Lien { get; init; }
}

/// <summary>Joint aux courriels l'entrée d'agenda de ce qu'ils annoncent : commission, comité, session de présentation.</summary>
/// <remarks>L'organisateur est celui à qui l'on répond : une réponse donnée dans l'agenda arrive à une personne.</remarks>
internal static class EntreesDAgenda
{
    /// <summary>Une entrée d'agenda a toujours un organisateur : celui-ci tant que ni l'agent ni le CDG n'ont d'adresse.</summary>
    private const string SansAdresse = "ne-pas-repondre@cdgmarches.invalid";

    private const int NomsCites = 10;

    /// <summary>La durée inscrite dans l'agenda quand la réunion n'a pas d'heure de fin.</summary>
    private static readonly TimeSpan DureeParDefaut = TimeSpan.FromHours(2);

    /// <summary>Celui qui organise : son nom, et l'adresse où on lui répond.</summary>
    public static async Task<PersonneInvitee> OrganisateurAsync(
        this MarchesDbContext contexte,
        Acteur acteur,
        string nom,
        CancellationToken annulation
    ) => new(nom, await contexte.AdresseDeReponseAsync(acteur, groupement: null, annulation) ?? SansAdresse);

    /// <summary>La phrase du succès, avec ceux à qui l'application n'a pas pu écrire.</summary>
    public static string DireQuiReste(string fait, IReadOnlyList<string> sansCourriel)
    {
        if (sansCourriel.Count == 0)
        {
            return fait;
        }

        var autres = sansCourriel.Count - NomsCites;
        var noms = string.Join(", ", sansCourriel.Take(NomsCites));
        return $"{fait} Sans courriel, à prévenir par lettre ou par téléphone : {noms}{(autres > 0 ? $" et {Formats.Compter(autres, "autre")}" : "")}.";
    }

    /// <summary>Le même courriel, avec l'entrée d'agenda de la personne, à qui répond l'organisateur.</summary>
    public static Courriel AvecEntree(
        this Courriel courriel,
        ReunionDAgenda reunion,
        PersonneInvitee organisateur,
        HorlogeLegale horloge
    )
    {
        var debut = reunion.Jour.ToDateTime(reunion.Debut);
        return courriel with
        {
            RepondreA = organisateur.Adresse,
            Ics = new InvitationIcs(
                $"{reunion.Cle}@cdgmarches",
                reunion.Sequence,
                reunion.Titre,
                debut,
                reunion.Fin is { } fin ? reunion.Jour.ToDateTime(fin) : debut + DureeParDefaut,
                horloge.Fuseau,
                organisateur,
                new PersonneInvitee(courriel.NomDestinataire, courriel.Destinataire)
            )
            {
                Methode = reunion.EstAnnulee ? MethodeDInvitation.Annulation : MethodeDInvitation.Demande,
                Lieu = reunion.Lieu,
                Description = reunion.Description,
                Lien = reunion.Lien is null ? null : new Uri(reunion.Lien),
            }.Ecrire(horloge.Maintenant),
        };
    }
}
