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
public sealed record SimulationInchangee(string? Retenue, string? Actuelle) : IRegle
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

/// <summary>Un exercice clos ne reçoit plus d'appel.</summary>
/// <remarks>RG6.30. Ses corrections passent par mandat ; une recette nouvelle se titre sur l'exercice ouvert.</remarks>
public sealed record ExerciceOuvertAuxAppels(int Annee, DateOnly? ClosLe) : IRegle
{
    private string EnTexte => Annee.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public string Code => "RG6.30";

    public string Fondement => "Instruction budgétaire et comptable M57, clôture de l'exercice";

    public string? Champ => "exercice";

    public bool EstRespectee => ClosLe is null;

    public string Message =>
        $"L'exercice {EnTexte} est clos depuis le {EnClair.Date(ClosLe ?? default)} : plus aucun appel ne s'y émet. Ce qui reste dû pour {EnTexte} se titre sur l'exercice ouvert : datez les appels de la campagne d'un jour de cet exercice-là, ou complétez un appel existant du même débiteur.";
}

/// <summary>Un appel porte une date de l'exercice qu'il appelle.</summary>
/// <remarks>
/// RG6.14, RG6.30, RG6.31. La date du titre décide du comptable, de l'affiliation et de l'exercice d'imputation : celui qui est
/// clos ne reçoit plus de titre, ce qui en reste dû se date d'un jour de l'exercice ouvert et s'y rattache.
/// </remarks>
public sealed record DateDAppelDansLExercice(DateOnly Jour, int Exercice, DateOnly? ClosLe = null) : IRegle
{
    public string Code => "RG6.14";

    public string Fondement => "Convention d'accès, art. 4";

    public string? Champ => "date-d-appel";

    public bool EstRespectee => ClosLe is null ? Jour.Year == Exercice : Jour.Year > Exercice && Jour >= ClosLe;

    public string Message =>
        ClosLe is { } clos
            ? $"L'exercice {EnTexte} est clos depuis le {EnClair.Date(clos)} : datez ses appels tardifs d'un jour de l'exercice ouvert, après la clôture."
            : $"Le {EnClair.Date(Jour)} n'est pas de l'exercice {EnTexte} : choisissez un jour de cette année-là.";

    private string EnTexte => Exercice.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Un renvoi dit pourquoi à celui qui reprend la préparation.</summary>
/// <remarks>RG6.14.</remarks>
public sealed record MotifDuRenvoi(string? Motif, int Maximum) : IRegle
{
    public string Code => "RG6.14";

    public string Fondement => "Séparation de celui qui prépare et de celui qui valide";

    public string? Champ => "motif";

    public bool EstRespectee => !string.IsNullOrWhiteSpace(Motif) && Motif.Trim().Length <= Maximum;

    public string Message =>
        string.IsNullOrWhiteSpace(Motif)
            ? "Dites pourquoi vous renvoyez la simulation : celui qui la reprend le lira."
            : $"Le motif est trop long : raccourcissez à {Maximum.ToString(Francais.Culture)} caractères au plus.";
}

/// <summary>On n'abandonne qu'une campagne qui n'a rien écrit.</summary>
/// <remarks>RG6.14. Un appel émis ne disparaît pas : il se corrige par une ligne liée.</remarks>
public sealed record CampagneSansDette(int Dettes) : IRegle
{
    public string Code => "RG6.14";

    public string Fondement => "CGCT, art. L1617-5";

    public bool EstRespectee => Dettes == 0;

    public string Message =>
        $"{EnClair.Compter(Dettes, "dette")} en {(Dettes > 1 ? "sont déjà écrites" : "est déjà écrite")} : la campagne ne se supprime plus, ses appels se corrigent un à un.";
}
