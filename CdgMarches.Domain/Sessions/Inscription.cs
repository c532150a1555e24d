using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Collectivites.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Sessions.Regles;

namespace CdgMarches.Domain.Sessions;

/// <summary>Une personne inscrite à une session pour sa collectivité, et sa présence une fois relevée.</summary>
/// <remarks>RG6.25. Une racine à elle seule : deux agents relèvent les présences sans se gêner.</remarks>
public sealed class Inscription : Agregat
{
    public const int Longueur = 200;

    private Inscription() { }

    public InscriptionId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    public SessionDePresentationId Session { get; private init; }

    public CollectiviteId Collectivite { get; private init; }

    public string Personne { get; private set; } = "";

    public string? Courriel { get; private set; }

    public DateTimeOffset InscriteLe { get; private init; }

    public DateTimeOffset? AnnuleeLe { get; private set; }

    /// <summary>Nul tant que la présence n'est pas relevée.</summary>
    public bool? EstPresente { get; private set; }

    public static Inscription Inscrire(
        SessionDePresentation session,
        CollectiviteId collectivite,
        string? personne,
        string? courriel,
        int dejaInscrits,
        DateOnly aujourdhui,
        DateTimeOffset instant,
        bool dejaInscrite = false
    )
    {
        session.PeutInscrire(dejaInscrits, aujourdhui).Et(PeutEtre(personne, courriel, dejaInscrite)).Exiger();
        var inscription = De(session, collectivite, personne!, courriel, instant);
        inscription.Signaler(new PersonneInscrite(collectivite, inscription.Personne));
        return inscription;
    }

    /// <summary>Ajoute une personne venue sans s'être inscrite : elle est présente, quel que soit le nombre de places.</summary>
    public static Inscription VenueSansInscription(
        SessionDePresentation session,
        CollectiviteId collectivite,
        string? personne,
        string? courriel,
        DateOnly aujourdhui,
        DateTimeOffset instant,
        bool dejaInscrite
    )
    {
        session.PeutRelever(aujourdhui).Et(PeutEtre(personne, courriel, dejaInscrite)).Exiger();
        var inscription = De(session, collectivite, personne!, courriel, instant);
        inscription.EstPresente = true;
        inscription.Signaler(new PresenceRelevee(collectivite, inscription.Personne, Presente: true));
        return inscription;
    }

    /// <summary>Dit si c'est la même personne : la même adresse, ou le même nom quand les adresses ne les distinguent pas.</summary>
    public bool EstCelleDe(string? personne, string? courriel)
    {
        var adresse = OuRien(courriel);
        return adresse is not null && Courriel is not null
            ? string.Equals(adresse, Courriel, StringComparison.OrdinalIgnoreCase)
            : CleDeTri.De(personne ?? "") == CleDeTri.De(Personne);
    }

    /// <param name="personne">Qui viendra.</param>
    /// <param name="courriel">Son adresse : c'est par elle qu'un changement lui est annoncé.</param>
    /// <param name="dejaInscrite">Vrai si la personne est déjà de la liste.</param>
    /// <param name="prefixe">Ce qui précède le nom des champs, quand un formulaire change une inscription.</param>
    private static Verdict PeutEtre(string? personne, string? courriel, bool dejaInscrite, string prefixe = "") =>
        Verdict.De(
            new TexteDeSession($"{prefixe}personne", "Le nom de la personne", personne, Longueur),
            new CourrielPlausible($"{prefixe}courriel", OuRien(courriel)),
            new PersonneUneSeuleFois($"{prefixe}personne", personne?.Trim() ?? "", dejaInscrite)
        );

    private static Inscription De(
        SessionDePresentation session,
        CollectiviteId collectivite,
        string personne,
        string? courriel,
        DateTimeOffset instant
    ) =>
        new()
        {
            Id = InscriptionId.Nouveau(),
            Session = session.Id,
            Collectivite = collectivite,
            Personne = personne.Trim(),
            Courriel = OuRien(courriel),
            InscriteLe = instant,
        };

    private static string? OuRien(string? courriel) => string.IsNullOrWhiteSpace(courriel) ? null : courriel.Trim();

    private static string EnClair(string personne, string? courriel) => courriel is null ? personne : $"{personne} ({courriel})";

    /// <summary>Une présence relevée, ou une inscription annulée, ne change plus.</summary>
    public Verdict PeutChanger() =>
        Verdict.De(new PresenceNonRelevee(EstPresente), new InscriptionNonAnnulee(Personne, AnnuleeLe));

    /// <summary>Une autre personne vient à sa place, ou son nom ou son adresse étaient mal écrits : la place reste prise.</summary>
    /// <param name="personne">Qui viendra.</param>
    /// <param name="courriel">Son adresse.</param>
    /// <param name="dejaInscrite">Vrai si une autre inscription de la collectivité est déjà la sienne.</param>
    public void Corriger(string? personne, string? courriel, bool dejaInscrite)
    {
        PeutChanger().Et(PeutEtre(personne, courriel, dejaInscrite, "change-")).Exiger();
        var avant = EnClair(Personne, Courriel);
        (Personne, Courriel) = (personne!.Trim(), OuRien(courriel));
        if (EnClair(Personne, Courriel) is var apres && apres != avant)
        {
            Signaler(new InscriptionCorrigee(Collectivite, avant, apres));
        }
    }

    public void Annuler(DateTimeOffset instant)
    {
        Verdict.De(new PresenceNonRelevee(EstPresente)).Exiger();
        if (AnnuleeLe is null)
        {
            AnnuleeLe = instant;
            Signaler(new InscriptionAnnulee(Collectivite, Personne));
        }
    }

    public void Relever(bool presente, SessionDePresentation session, DateOnly aujourdhui)
    {
        session.PeutRelever(aujourdhui).Exiger();
        if (EstPresente != presente)
        {
            EstPresente = presente;
            Signaler(new PresenceRelevee(Collectivite, Personne, presente));
        }
    }
}
