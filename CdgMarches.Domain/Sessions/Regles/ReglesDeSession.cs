using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Sessions.Regles;

/// <summary>Un texte de la session est renseigné, dans sa longueur.</summary>
/// <remarks>RG6.25.</remarks>
public sealed record TexteDeSession(string ChampSaisi, string Designation, string? Texte, int AuPlus) : IRegle
{
    public string Code => "RG6.25";

    public string Fondement => "Convention constitutive, sessions de présentation";

    public string? Champ => ChampSaisi;

    public bool EstRespectee => Texte?.Trim() is { Length: > 0 } texte && texte.Length <= AuPlus;

    public string Message => $"{Designation} est à renseigner, en {AuPlus.ToString(Francais.Culture)} caractères au plus.";
}

/// <summary>Une session finit après avoir commencé.</summary>
/// <remarks>RG6.25.</remarks>
public sealed record HeuresDansLOrdre(TimeOnly Debut, TimeOnly Fin) : IRegle
{
    public string Code => "RG6.25";

    public string Fondement => "Convention constitutive, sessions de présentation";

    public string? Champ => "fin";

    public bool EstRespectee => Fin > Debut;

    public string Message => "La session finit après avoir commencé : corrigez l'une des deux heures.";
}

/// <summary>Un nombre de places, quand il y en a un, est positif.</summary>
/// <remarks>RG6.25.</remarks>
public sealed record PlacesPlausibles(int? Places) : IRegle
{
    public string Code => "RG6.25";

    public string Fondement => "Convention constitutive, sessions de présentation";

    public string? Champ => "places";

    public bool EstRespectee => Places is null or >= 1;

    public string Message => "Donnez au moins une place, ou laissez vide si leur nombre n'est pas limité.";
}

/// <summary>On ne donne pas moins de places qu'il n'y a d'inscrits.</summary>
/// <remarks>RG6.25. Le nombre que la session avait déjà se garde : on peut venir sans s'être inscrit.</remarks>
/// <param name="Places">Le nombre de places saisi.</param>
/// <param name="Inscrits">Combien de personnes sont inscrites.</param>
/// <param name="Change">Vrai si ce nombre n'est pas celui que la session avait.</param>
public sealed record PlacesPourLesInscrits(int? Places, int Inscrits, bool Change) : IRegle
{
    public string Code => "RG6.25";

    public string Fondement => "Convention constitutive, sessions de présentation";

    public string? Champ => "places";

    public bool EstRespectee => !Change || Places is not { } places || places >= Inscrits;

    public string Message =>
        $"{EnClair.Compter(Inscrits, "place est déjà prise", "places sont déjà prises")} : donnez-en au moins {Inscrits.ToString(Francais.Culture)}, ou annulez d'abord des inscriptions.";
}

/// <summary>Une session annulée ne bouge plus.</summary>
/// <remarks>RG6.25.</remarks>
public sealed record SessionNonAnnulee(DateOnly? AnnuleeLe) : IRegle
{
    public string Code => "RG6.25";

    public string Fondement => "Convention constitutive, sessions de présentation";

    public bool EstRespectee => AnnuleeLe is null;

    public string Message =>
        $"Cette session a été annulée le {(AnnuleeLe is { } jour ? EnClair.Date(jour) : "—")} : elle ne change plus, et l'on ne s'y inscrit plus.";
}

/// <summary>Une session tenue garde son jour et son lieu, et ne s'annule pas.</summary>
/// <remarks>RG6.25. Sa refacturation s'appuie sur les présences relevées.</remarks>
public sealed record SessionPasEncoreTenue(int Presents) : IRegle
{
    public string Code => "RG6.25";

    public string Fondement => "Convention constitutive, sessions de présentation";

    public bool EstRespectee => Presents == 0;

    public string Message =>
        "La session s'est tenue : des présences y sont relevées. Son jour, ses heures et son lieu ne changent plus, et elle ne s'annule pas.";
}

/// <summary>On invite et l'on s'inscrit jusqu'au jour de la session, compris.</summary>
/// <remarks>RG6.25.</remarks>
public sealed record SessionAVenir(DateOnly Date, DateOnly Aujourdhui) : IRegle
{
    public string Code => "RG6.25";

    public string Fondement => "Convention constitutive, sessions de présentation";

    public string? Champ => "date";

    public bool EstRespectee => Aujourdhui <= Date;

    public string Message => $"La session a eu lieu le {EnClair.Date(Date)} : on ne peut plus y inviter ni s'y inscrire.";
}

/// <summary>Un membre s'inscrit, change ou annule jusqu'au début de la session ; ensuite, c'est la présence qui compte.</summary>
/// <remarks>RG6.25. L'heure est celle du CDG.</remarks>
public sealed record SessionPasCommencee(DateOnly Date, TimeOnly Debut, DateTime Maintenant) : IRegle
{
    public string Code => "RG6.25";

    public string Fondement => "Convention constitutive, sessions de présentation";

    public bool EstRespectee => Maintenant < Date.ToDateTime(Debut);

    public string Message =>
        $"La session a commencé le {EnClair.Date(Date)} à {EnClair.Heure(Debut)} : les inscriptions sont arrêtées. Pour une erreur, écrivez au centre de gestion.";
}

/// <summary>Il reste une place.</summary>
/// <remarks>RG6.25.</remarks>
public sealed record UnePlaceReste(int? Places, int Inscrits) : IRegle
{
    public string Code => "RG6.25";

    public string Fondement => "Convention constitutive, sessions de présentation";

    public bool EstRespectee => Places is not { } places || Inscrits < places;

    public string Message =>
        $"{(Places is 1 ? "La seule place est prise" : $"Les {Places?.ToString(Francais.Culture)} places sont prises")} : demandez au centre de gestion s'il s'en libère une.";
}

/// <summary>Une session où l'on a invité ne se reporte pas à un jour passé : ses invités ne l'apprendraient pas.</summary>
/// <remarks>RG6.25.</remarks>
/// <param name="Date">Le jour que l'on veut lui donner.</param>
/// <param name="Aujourdhui">Le jour du CDG.</param>
/// <param name="EstReportee">Vrai si des invitations sont parties et que le jour, les heures ou le lieu changent.</param>
public sealed record ReportAVenir(DateOnly Date, DateOnly Aujourdhui, bool EstReportee) : IRegle
{
    public string Code => "RG6.25";

    public string Fondement => "Convention constitutive, sessions de présentation";

    public string? Champ => "date";

    public bool EstRespectee => !EstReportee || Date >= Aujourdhui;

    public string Message =>
        $"Les invités attendent cette session : elle ne se reporte pas au {EnClair.Date(Date)}, déjà passé. Donnez un jour à venir, ou annulez-la pour les en avertir.";
}

/// <summary>Une présence se constate le jour de la session, ou après.</summary>
/// <remarks>RG6.25.</remarks>
public sealed record SessionCommencee(DateOnly Date, DateOnly Aujourdhui) : IRegle
{
    public string Code => "RG6.25";

    public string Fondement => "Convention constitutive, sessions de présentation";

    public bool EstRespectee => Aujourdhui >= Date;

    public string Message => $"La session est le {EnClair.Date(Date)} : les présences se relèvent ce jour-là au plus tôt.";
}

/// <summary>Une inscription dont la présence est relevée ne change plus et ne s'annule plus.</summary>
/// <remarks>RG6.25. La refacturation s'appuie sur elle.</remarks>
public sealed record PresenceNonRelevee(bool? EstPresente) : IRegle
{
    public string Code => "RG6.25";

    public string Fondement => "Convention constitutive, sessions de présentation";

    public bool EstRespectee => EstPresente is null;

    public string Message => "La présence est déjà relevée : l'inscription ne change plus et ne s'annule plus.";
}

/// <summary>Une personne s'inscrit une fois pour sa collectivité.</summary>
/// <remarks>RG6.25. Deux homonymes d'une même collectivité se distinguent par leur adresse.</remarks>
public sealed record PersonneUneSeuleFois(string ChampSaisi, string Personne, bool DejaInscrite) : IRegle
{
    public string Code => "RG6.25";

    public string Fondement => "Convention constitutive, sessions de présentation";

    public string? Champ => ChampSaisi;

    public bool EstRespectee => !DejaInscrite;

    public string Message => $"{Personne} est déjà de la liste pour cette collectivité : une personne ne compte qu'une fois.";
}

/// <summary>Une inscription annulée est à l'histoire : on s'inscrit de nouveau.</summary>
/// <remarks>RG6.25.</remarks>
public sealed record InscriptionNonAnnulee(string Personne, DateTimeOffset? AnnuleeLe) : IRegle
{
    public string Code => "RG6.25";

    public string Fondement => "Convention constitutive, sessions de présentation";

    public bool EstRespectee => AnnuleeLe is null;

    public string Message =>
        $"L'inscription {GrammaireDuNom.De(Personne)} est déjà annulée : rien n'a été changé. Inscrivez de nouveau la personne si elle vient.";
}

/// <summary>Une session s'annule avec un motif : ceux que l'on avertit le lisent, et l'historique le garde.</summary>
public sealed record MotifDAnnulation(string? Motif) : IRegle
{
    public string Code => "RG6.25";

    public string Fondement => "Histoire de la session";

    public string? Champ => "motif";

    public bool EstRespectee => Motif?.Trim() is { Length: > 0 and <= SessionDePresentation.LongueurDuTitre };

    public string Message =>
        $"Écrivez le motif de l'annulation, en {SessionDePresentation.LongueurDuTitre.ToString(Francais.Culture)} caractères au plus : les personnes averties le lisent.";
}
