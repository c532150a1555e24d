using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Contributions.Regles;

/// <summary>La campagne se prépare encore, ou se complète après une émission.</summary>
/// <remarks>RG6.14. Les retardataires s'appellent par un complément de la même campagne.</remarks>
public sealed record CampagneAPreparer(EtatDeCampagneDAppel Etat) : IRegle
{
    public string Code => "RG6.14";

    public string Fondement => "Convention d'accès, art. 4";

    public bool EstRespectee => Etat is EtatDeCampagneDAppel.EnPreparation or EtatDeCampagneDAppel.Emise;

    public string Message =>
        "La simulation est proposée ou validée : renvoyez-la à la préparation avant de changer quoi que ce soit.";
}

/// <summary>La campagne attend la seconde personne.</summary>
/// <remarks>RG6.14.</remarks>
public sealed record CampagneProposee(EtatDeCampagneDAppel Etat) : IRegle
{
    public string Code => "RG6.14";

    public string Fondement => "Séparation de celui qui prépare et de celui qui valide";

    public bool EstRespectee => Etat is EtatDeCampagneDAppel.Proposee;

    public string Message =>
        Etat is EtatDeCampagneDAppel.EnPreparation
            ? "La simulation n'est pas encore proposée à la validation."
            : "La campagne est déjà validée.";
}

/// <summary>On renvoie ce qui est proposé ou validé, non ce qui est émis.</summary>
/// <remarks>RG6.14.</remarks>
public sealed record CampagneARenvoyer(EtatDeCampagneDAppel Etat) : IRegle
{
    public string Code => "RG6.14";

    public string Fondement => "Séparation de celui qui prépare et de celui qui valide";

    public bool EstRespectee => Etat is EtatDeCampagneDAppel.Proposee or EtatDeCampagneDAppel.Validee;

    public string Message => "Il n'y a rien à renvoyer : la campagne est en préparation, ou ses appels sont émis.";
}

/// <summary>On n'émet que ce qu'une seconde personne a validé.</summary>
/// <remarks>RG6.14.</remarks>
public sealed record CampagneValidee(EtatDeCampagneDAppel Etat) : IRegle
{
    public string Code => "RG6.14";

    public string Fondement => "Séparation de celui qui prépare et de celui qui valide";

    public bool EstRespectee => Etat is EtatDeCampagneDAppel.Validee;

    public string Message => "Une seconde personne doit valider la simulation avant l'émission.";
}

/// <summary>Celui qui valide n'est pas celui qui a proposé.</summary>
/// <remarks>RG6.14 ; FEATURES G.</remarks>
public sealed record ValidateurAutreQueLAuteur(Guid? Auteur, Guid Validateur) : IRegle
{
    public string Code => "RG6.14";

    public string Fondement => "Séparation de celui qui prépare et de celui qui valide";

    public bool EstRespectee => Auteur != Validateur;

    public string Message => "Vous avez proposé cette simulation : une autre personne des finances doit la valider.";
}

/// <summary>Les montants à émettre sont ceux qui ont été validés.</summary>
/// <remarks>RG6.14. Une donnée changée depuis change l'empreinte.</remarks>
public sealed record SimulationInchangee(string? Retenue, string Actuelle) : IRegle
{
    public string Code => "RG6.14";

    public string Fondement => "Séparation de celui qui prépare et de celui qui valide";

    public bool EstRespectee => Retenue == Actuelle;

    public string Message =>
        "Des données ont changé depuis la proposition : les montants ne sont plus les mêmes. Renvoyez la simulation à la préparation et proposez-la de nouveau.";
}

/// <summary>Il y a quelqu'un à appeler.</summary>
/// <remarks>RG6.14.</remarks>
public sealed record QuelqueChoseAAppeler(int Nombre) : IRegle
{
    public string Code => "RG6.14";

    public string Fondement => "Convention d'accès, art. 4";

    public bool EstRespectee => Nombre > 0;

    public string Message => "Aucun redevable n'a de montant connu : complétez le périmètre ou les données.";
}
