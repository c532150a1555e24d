using System.Text.RegularExpressions;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Collectivites.Regles;

/// <summary>Un texte obligatoire est donné et tient dans sa place.</summary>
public sealed record TexteRequis(string ChampSaisi, string Designation, string? Valeur, int LongueurMax) : IRegle
{
    public string Code => "RG9.05";

    public string Fondement => "Fiche de la collectivité";

    public string? Champ => ChampSaisi;

    public bool EstRespectee => !string.IsNullOrWhiteSpace(Valeur) && Valeur.Length <= LongueurMax;

    public string Message =>
        string.IsNullOrWhiteSpace(Valeur)
            ? $"Indiquez {Designation}."
            : $"Raccourcissez {Designation} : {LongueurMax} caractères au plus, {Valeur.Length.ToString("N0", Francais.Culture)} saisis.";
}

/// <summary>Un texte facultatif tient dans sa place.</summary>
public sealed record TexteBorne(string ChampSaisi, string Designation, string? Valeur, int LongueurMax) : IRegle
{
    public string Code => "RG9.05";

    public string Fondement => "Fiche de la collectivité";

    public string? Champ => ChampSaisi;

    public bool EstRespectee => Valeur is null || Valeur.Length <= LongueurMax;

    public string Message =>
        $"Raccourcissez {Designation} : {LongueurMax} caractères au plus, {Valeur?.Length.ToString("N0", Francais.Culture)} saisis.";
}

/// <summary>Le SIREN est celui du SIRET.</summary>
/// <remarks>RG9.01 : SIRET = SIREN suivi du NIC.</remarks>
public sealed record SirenDuSiret(Siren? Siren, Siret? Siret) : IRegle
{
    public string Code => "RG9.01";

    public string Fondement => "INSEE, répertoire SIRENE";

    public string? Champ => "siren";

    public bool EstRespectee => Siren is null || Siret is null || Siret.Siren == Siren;

    public string Message =>
        $"Le SIRET {Siret?.Formater()} n'est pas un établissement du SIREN {Siren?.Formater()}. Corrigez l'un ou l'autre.";
}

/// <summary>La catégorie juridique est un code de l'INSEE à quatre chiffres (RG9.04).</summary>
public sealed record CategorieJuridiqueConnue(string CodeJuridique) : IRegle
{
    public string Code => "RG9.04";

    public string Fondement => "INSEE, catégories juridiques, niveau III";

    public string? Champ => "categorie-juridique";

    public bool EstRespectee => CodeJuridique.Length == 4 && CodeJuridique.All(char.IsAsciiDigit);

    public string Message =>
        "La catégorie juridique est un code de quatre chiffres de l'INSEE, par exemple 7210 pour une commune.";
}

/// <summary>Le département s'écrit sur deux ou trois caractères : 62, 2A, 974.</summary>
public sealed partial record DepartementConnu(string? Departement) : IRegle
{
    public string Code => "RG9.05";

    public string Fondement => "INSEE, code officiel géographique";

    public string? Champ => "departement";

    public bool EstRespectee => Departement is null || Forme().IsMatch(Departement);

    public string Message => "Le département s'écrit par son numéro : 62, 2A, 974.";

    [GeneratedRegex(@"\A(?:0[1-9]|[1-8][0-9]|9[0-5]|2[AB]|97[1-8]|98[4-9])\z", RegexOptions.CultureInvariant)]
    private static partial Regex Forme();
}

/// <summary>Une adresse tient dans ses lignes et son code postal a cinq chiffres.</summary>
public sealed record AdresseLisible(string ChampSaisi, string Designation, Adresse Adresse) : IRegle
{
    public string Code => "RG9.05";

    public string Fondement => "Fiche de la collectivité";

    public string? Champ => CodePostalLisible ? $"{ChampSaisi}-ligne1" : $"{ChampSaisi}-code-postal";

    public bool EstRespectee => CodePostalLisible && LignesCourtes;

    public string Message =>
        CodePostalLisible
            ? $"Raccourcissez {Designation} : {IdentiteDeCollectivite.LongueurDesLignes} caractères au plus par ligne."
            : $"Le code postal de {Designation} a cinq chiffres.";

    private bool CodePostalLisible =>
        Adresse.CodePostal is null || (Adresse.CodePostal.Length == 5 && Adresse.CodePostal.All(char.IsAsciiDigit));

    private bool LignesCourtes =>
        new[] { Adresse.Ligne1, Adresse.Ligne2, Adresse.Ville }.All(l =>
            l is null || l.Length <= IdentiteDeCollectivite.LongueurDesLignes
        );
}

/// <summary>Un courriel a la forme nom@domaine.</summary>
public sealed partial record CourrielPlausible(string ChampSaisi, string? Courriel) : IRegle
{
    public const int LongueurMax = 254;

    public string Code => "RG9.05";

    public string Fondement => "Fiche de la collectivité";

    public string? Champ => ChampSaisi;

    public bool EstRespectee => Courriel is null || (Courriel.Length <= LongueurMax && Forme().IsMatch(Courriel));

    public string Message => "Cette adresse de courriel n'est pas lisible : elle s'écrit nom@domaine.fr.";

    [GeneratedRegex(@"\A[^@\s<>,;]+@[^@\s<>,;.]+(?:\.[^@\s<>,;.]+)+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Forme();
}

/// <summary>Un numéro de téléphone se compose : dix chiffres en France, sinon une forme internationale ou un numéro court.</summary>
/// <remarks>
/// RG9.05. Le plan de numérotation français (décision Arcep no 2018-0881) : dix chiffres à partir de 0, neuf après +33. Les numéros
/// étrangers et les numéros courts (3949, 118 712) restent admis. Un numéro déjà en fiche se garde tant qu'on ne le change pas.
/// </remarks>
/// <param name="ChampSaisi">Le champ.</param>
/// <param name="Telephone">Le numéro saisi.</param>
/// <param name="EnFiche">Celui que la fiche porte déjà.</param>
public sealed partial record TelephonePlausible(string ChampSaisi, string? Telephone, string? EnFiche = null) : IRegle
{
    public const int LongueurMax = 30;

    private const int ChiffresEnFrance = 10;
    private const int ChiffresDUnNumeroCourt = 6;

    public string Code => "RG9.05";

    public string Fondement => "Fiche de la collectivité";

    public string? Champ => ChampSaisi;

    public bool EstRespectee => Telephone is null || Telephone == EnFiche || Defaut is null;

    public string Message => Defaut ?? "";

    private string? Defaut
    {
        get
        {
            if (Telephone is null || Telephone.Length > LongueurMax || !Forme().IsMatch(Telephone))
            {
                return "Ce numéro de téléphone n'est pas lisible : écrivez par exemple 03 21 52 99 50.";
            }

            var chiffres = string.Concat(Telephone.Where(char.IsAsciiDigit));
            if (Telephone[0] == '+')
            {
                return International(chiffres);
            }

            if (chiffres.StartsWith("00", StringComparison.Ordinal))
            {
                return International(chiffres[2..]);
            }

            if (chiffres[0] == '0')
            {
                return chiffres.Length == ChiffresEnFrance
                    ? null
                    : $"Un numéro français qui commence par 0 a dix chiffres, celui-ci en a {Nombre(chiffres.Length)} : corrigez-le, par exemple 03 21 52 99 50.";
            }

            return chiffres.Length <= ChiffresDUnNumeroCourt
                ? null
                : $"Ce numéro de {Nombre(chiffres.Length)} chiffres ne commence ni par 0 ni par + : écrivez ses dix chiffres, par exemple 03 21 52 99 50, ou sa forme internationale, par exemple +32 2 123 45 67.";
        }
    }

    /// <summary>Après +33, neuf chiffres, que le 0 du numéro national soit gardé ou non ; les autres pays ont leurs règles.</summary>
    private static string? International(string chiffres)
    {
        if (!chiffres.StartsWith("33", StringComparison.Ordinal))
        {
            return null;
        }

        var national = chiffres[2..].TrimStart('0').Length;
        return national == ChiffresEnFrance - 1
            ? null
            : $"Après +33, un numéro français a neuf chiffres, celui-ci en a {Nombre(national)} : corrigez-le, par exemple +33 3 21 52 99 50.";
    }

    private static string Nombre(int chiffres) => chiffres.ToString(Francais.Culture);

    [GeneratedRegex(@"\A\+?[0-9][0-9 .()/-]{3,}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Forme();
}
