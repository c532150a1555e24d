using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Contributions.Regles;

/// <summary>Un nombre de consultations est positif et vraisemblable.</summary>
/// <remarks>RG6.02, lectures 7 et 8.</remarks>
public sealed record NombreDeConsultationsPlausible(int? Nombre, int Maximum, string Identifiant) : IRegle
{
    public string Code => "RG6.02";

    public string Fondement => "Convention d'accès, art. 4";

    public string? Champ => Identifiant;

    public bool EstRespectee => Nombre is not { } nombre || (nombre >= 0 && nombre <= Maximum);

    public string Message =>
        $"Un nombre de consultations va de 0 à {Maximum.ToString("N0", Francais.Culture)} : corrigez {Nombre?.ToString("N0", Francais.Culture)}.";
}

/// <summary>Une déclaration dit un nombre réel ou une estimation.</summary>
/// <remarks>RG6.02, lecture 7.</remarks>
public sealed record UnNombreDeConsultationsAuMoins(int? Reelles, int? Estimees) : IRegle
{
    public string Code => "RG6.02";

    public string Fondement => "Convention d'accès, art. 4";

    public string? Champ => "reelles";

    public bool EstRespectee => Reelles is not null || Estimees is not null;

    public string Message => "Donnez le nombre réel de consultations, ou une estimation.";
}

/// <summary>Un IBAN, quand on en donne un, a une clé juste.</summary>
/// <remarks>RG6.31. ISO 13616 : le reste de la division par 97 est 1.</remarks>
public sealed record IbanPlausible(string? Iban) : IRegle
{
    public string Code => "RG6.31";

    public string Fondement => "Mentions du titre : moyens de paiement";

    public string? Champ => "iban";

    public bool EstRespectee => string.IsNullOrWhiteSpace(Iban) || EstValable(Net(Iban));

    public string Message => "L'IBAN n'est pas juste : recopiez-le, ou laissez-le vide.";

    /// <summary>Sans espaces, en capitales.</summary>
    public static string Net(string iban) => string.Concat(iban.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();

    private static bool EstValable(string iban)
    {
        if (iban.Length is < 15 or > ComptableAssignataire.LongueurDeLIban || !iban.All(char.IsAsciiLetterOrDigit))
        {
            return false;
        }

        var reste = 0;
        foreach (var c in iban[4..] + iban[..4])
        {
            var valeur = char.IsAsciiDigit(c) ? c - '0' : c - 'A' + 10;
            reste = ((valeur > 9 ? reste * 100 : reste * 10) + valeur) % 97;
        }

        return reste == 1;
    }
}

/// <summary>Un seul comptable assignataire par jour.</summary>
/// <remarks>RG6.31. Celui qui n'a pas de fin s'arrête la veille du suivant, par l'appelant.</remarks>
public sealed record ComptableSansChevauchement(DateOnly Debut, DateOnly? Fin, IReadOnlyList<Periode> Autres) : IRegle
{
    public string Code => "RG6.31";

    public string Fondement => "Convention d'accès, art. 4";

    public string? Champ => "debut";

    public bool EstRespectee => !(Fin < Debut) && !Autres.Any(a => a.Chevauche(new Periode(Debut, Fin)));

    public string Message =>
        Fin < Debut
            ? "Le dernier jour précède le premier : corrigez les dates."
            : "Un autre comptable assignataire vaut déjà ces jours-là : corrigez les dates.";
}

/// <summary>Le code postal du comptable a cinq chiffres.</summary>
/// <remarks>RG6.31. L'adresse s'imprime sur chaque appel.</remarks>
public sealed record CodePostalDuComptable(string? CodePostal) : IRegle
{
    public string Code => "RG6.31";

    public string Fondement => "CGCT, art. L1617-5 ; mentions du titre";

    public string? Champ => "code-postal";

    public bool EstRespectee => CodePostal?.Trim() is { Length: 5 } net && net.All(char.IsAsciiDigit);

    public string Message => "Le code postal du comptable a cinq chiffres : recopiez-le.";
}

/// <summary>Un comptable qu'un appel porte déjà ne se récrit plus.</summary>
/// <remarks>RG6.31. Un nouveau comptable le remplace à partir d'un jour ; les appels émis gardent le leur.</remarks>
public sealed record ComptableSansAppel(int Appels) : IRegle
{
    public string Code => "RG6.31";

    public string Fondement => "CGCT, art. L1617-5 ; mentions du titre";

    public bool EstRespectee => Appels == 0;

    public string Message =>
        $"{EnClair.Compter(Appels, "appel")} le {(Appels > 1 ? "portent" : "porte")} déjà : enregistrez un nouveau comptable à compter d'un jour plus tardif.";
}
