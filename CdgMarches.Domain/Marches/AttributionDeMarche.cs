using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Marches;

/// <summary>Ce que l'attribution fixe du marché.</summary>
public sealed record AttributionDeMarche(
    DateOnly Jour,
    IReadOnlyList<(string? Nom, string? Siret)> Titulaires,
    MontantHt Montant,
    MontantHt? Minimum,
    MontantHt? Maximum,
    int DureeFermeEnMois,
    IReadOnlyList<int> Reconductions,
    ModeDeReconduction ModeDeReconduction = ModeDeReconduction.Tacite,
    int PreavisEnMois = 3
);

/// <summary>Les avances d'alerte d'un marché, réglées par le CDG.</summary>
public sealed record AlertesDuMarche(int RecensementSuivantEnMois, int ReconductionEnJours)
{
    /// <summary>Celles que l'application livre.</summary>
    public static AlertesDuMarche Livrees { get; } = new(12, 90);
}

/// <summary>Un titulaire ; le premier est le mandataire d'un groupement d'opérateurs.</summary>
public sealed class Titulaire
{
    private Titulaire() { }

    internal Titulaire(int numero, (string? Nom, string? Siret) titulaire)
    {
        (Numero, Nom) = (numero, titulaire.Nom!.Trim());
        Siret = string.IsNullOrWhiteSpace(titulaire.Siret) ? null : titulaire.Siret.Trim();
    }

    public int Numero { get; private init; }

    public string Nom { get; private init; } = "";

    public string? Siret { get; private init; }
}

/// <summary>Une période de plus, prévue au marché.</summary>
public sealed class Reconduction
{
    private Reconduction() { }

    internal Reconduction(int numero, int mois, ModeDeReconduction mode, int preavis) =>
        (Numero, Mois, Mode, PreavisEnMois) = (numero, mois, mode, preavis);

    public int Numero { get; private init; }

    public int Mois { get; private init; }

    public ModeDeReconduction Mode { get; private init; }

    /// <summary>Combien de mois avant la fin de la période en cours la décision doit être prise.</summary>
    public int PreavisEnMois { get; private init; }

    /// <summary>Le dernier jour pour décider ; null avant le début du marché.</summary>
    public DateOnly? DecisionAvant { get; internal set; }

    /// <summary>Null tant que rien n'est décidé.</summary>
    public bool? EstReconduit { get; internal set; }

    public DateOnly? DecideeLe { get; internal set; }

    public string? Motif { get; internal set; }
}
