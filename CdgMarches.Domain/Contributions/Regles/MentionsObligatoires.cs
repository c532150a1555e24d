using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Contributions.Regles;

/// <summary>L'appel nomme le comptable à qui l'on paie.</summary>
/// <remarks>RG6.30, RG6.31. Sans lui, rien n'est émis.</remarks>
public sealed record ComptableConnu(string? Comptable) : IRegle
{
    public string Code => "RG6.31";

    public string Fondement => "Convention d'accès, art. 4 ; mentions du titre";

    public string? Champ => "comptable";

    public bool EstRespectee => !string.IsNullOrWhiteSpace(Comptable);

    public string Message =>
        "Aucun comptable assignataire ne vaut à la date de l'appel : enregistrez-le dans les réglages des contributions.";
}

/// <summary>L'appel porte les voies et délais de recours.</summary>
/// <remarks>RG6.31 ; CJA, art. R421-5 : sans eux, le délai de recours ne court pas.</remarks>
public sealed record VoiesDeRecoursConnues(string? Voies) : IRegle
{
    public string Code => "RG6.31";

    public string Fondement => "CGCT, art. L1617-5, 2° ; CJA, art. R421-5";

    public string? Champ => "voies-de-recours";

    public bool EstRespectee => !string.IsNullOrWhiteSpace(Voies);

    public string Message =>
        "Les voies et délais de recours manquent : enregistrez leur texte dans les réglages des contributions.";
}

/// <summary>L'appel nomme celui qui signe, et sa qualité.</summary>
/// <remarks>RG6.31.</remarks>
public sealed record SignataireConnu(string? Signataire) : IRegle
{
    public string Code => "RG6.31";

    public string Fondement => "CRPA, art. L212-1";

    public string? Champ => "signataire";

    public bool EstRespectee => !string.IsNullOrWhiteSpace(Signataire);

    public string Message => "Le signataire des titres manque : enregistrez-le avec le comptable assignataire.";
}

/// <summary>Une créance plus petite que le seuil n'est pas mise en recouvrement.</summary>
/// <remarks>RG6.15. Elle attend une dette ultérieure du même débiteur.</remarks>
public sealed record CreanceRecouvrable(MontantTtc Montant, decimal Seuil) : IRegle
{
    public string Code => "RG6.15";

    public string Fondement => "CGCT, art. L1611-5 et D1611-1";

    public bool EstRespectee => Montant > MontantTtc.Zero && Montant.Euros >= Seuil;

    public string Message =>
        $"{Montant.Euros.ToString("N2", Francais.Culture)} € TTC est inférieur au seuil de recouvrement de {Seuil.ToString("N2", Francais.Culture)} € : la dette est reportée.";
}

/// <summary>Une dette n'est pas négative.</summary>
/// <remarks>RG6.03. Ce que le CDG doit rendre est une réduction, liée à l'appel.</remarks>
public sealed record MontantDAppelPositif(MontantHt Montant) : IRegle
{
    public string Code => "RG6.03";

    public string Fondement => "Convention d'accès, art. 4";

    public bool EstRespectee => !Montant.EstNegatif;

    public string Message => "Le montant d'un appel ne peut pas être négatif : rectifiez l'appel qu'il corrige.";
}
