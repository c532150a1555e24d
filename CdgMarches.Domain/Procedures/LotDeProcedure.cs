using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures;

/// <summary>Un lot mis en concurrence : une prestation du groupement, ou l'un de ses lots. Son état est le sien.</summary>
public sealed class LotDeProcedure
{
    public const int LongueurDeLIntitule = 300;
    public const int LongueurDuMotif = 1000;

    private LotDeProcedure() { }

    internal LotDeProcedure(int numero, DefinitionDeLotDeProcedure definition)
    {
        Numero = numero;
        Definir(definition);
    }

    /// <summary>Le numéro dans la procédure, à partir de 1.</summary>
    public int Numero { get; private init; }

    public string Intitule { get; private set; } = "";

    /// <summary>La prestation du groupement : les membres qui l'ont choisie au lancement sont ceux du lot (RG1.22).</summary>
    public PrestationId Prestation { get; private set; }

    /// <summary>Le numéro du lot du groupement, quand la prestation en a plusieurs.</summary>
    public int? LotDuGroupement { get; private set; }

    /// <summary>Le code CPV, huit chiffres et sa clé, tel que le groupement le connaît.</summary>
    public string? Cpv { get; private set; }

    /// <summary>La valeur estimée du lot sur toute la durée, reconductions comprises, en centimes hors taxes.</summary>
    public long? EstimationCentimes { get; private set; }

    /// <summary>Le minimum garanti d'un accord-cadre sur toute la durée, en centimes hors taxes (RG5.20) : un engagement.</summary>
    public long? MinimumCentimes { get; private set; }

    /// <summary>Le maximum d'un accord-cadre sur toute la durée, en centimes hors taxes : obligatoire (RG4.72).</summary>
    public long? MaximumCentimes { get; private set; }

    /// <summary>Vrai pour un petit lot passé en procédure adaptée au sein d'une procédure formalisée (RG5.14).</summary>
    public bool EstPetitLot { get; private set; }

    public StatutDeLot Statut { get; internal set; }

    /// <summary>Terminé ou résilié, quand le marché du lot l'est ; null avant.</summary>
    public StatutDeLot? FinDuMarche { get; internal set; }

    public IssueDeLot? Issue { get; private set; }

    public DateOnly? IssueLe { get; private set; }

    /// <summary>Pourquoi le lot est infructueux, sans suite ou relancé : la raison part aux candidats (R2185-2).</summary>
    public string? MotifDeLIssue { get; private set; }

    public MontantHt? Estimation => EstimationCentimes is { } c ? MontantHt.DeCentimes(c) : null;

    public MontantHt? Minimum => MinimumCentimes is { } c ? MontantHt.DeCentimes(c) : null;

    public MontantHt? Maximum => MaximumCentimes is { } c ? MontantHt.DeCentimes(c) : null;

    /// <summary>Ce que le lot pèse dans la valeur du besoin : son maximum, à défaut son estimation.</summary>
    public MontantHt Valeur => Maximum ?? Estimation ?? MontantHt.Zero;

    internal void Definir(DefinitionDeLotDeProcedure definition)
    {
        (Intitule, Prestation, LotDuGroupement) = (definition.Intitule, definition.Prestation, definition.LotDuGroupement);
        (Cpv, EstPetitLot) = (definition.Cpv, definition.EstPetitLot);
        EstimationCentimes = definition.Estimation?.Centimes;
        MinimumCentimes = definition.Minimum?.Centimes;
        MaximumCentimes = definition.Maximum?.Centimes;
    }

    internal void Reprendre() => (Issue, IssueLe, MotifDeLIssue) = (null, null, null);

    internal void Finir(IssueDeLot issue, DateOnly jour, string? motif) =>
        (Issue, IssueLe, MotifDeLIssue) = (issue, jour, string.IsNullOrWhiteSpace(motif) ? null : motif.Trim());
}

/// <summary>Ce que l'on saisit d'un lot de procédure.</summary>
public sealed record DefinitionDeLotDeProcedure
{
    public DefinitionDeLotDeProcedure(string? intitule, PrestationId prestation, int? lotDuGroupement = null) =>
        (Intitule, Prestation, LotDuGroupement) = ((intitule ?? "").Trim(), prestation, lotDuGroupement);

    public string Intitule { get; }

    public PrestationId Prestation { get; }

    public int? LotDuGroupement { get; }

    public string? Cpv { get; init; }

    public MontantHt? Estimation { get; init; }

    public MontantHt? Minimum { get; init; }

    public MontantHt? Maximum { get; init; }

    public bool EstPetitLot { get; init; }
}

/// <summary>Une étape de la procédure : prévue, constatée, et l'écart entre les deux.</summary>
public sealed class Jalon
{
    private Jalon() { }

    internal Jalon(EtapeDeProcedure etape) => Etape = etape;

    public EtapeDeProcedure Etape { get; private init; }

    public DateOnly? Prevu { get; internal set; }

    /// <summary>Le jour où l'étape est faite ; pour une étape des lots, celui où le dernier lot encore en jeu l'a passée.</summary>
    public DateOnly? Reel { get; internal set; }

    /// <summary>Le retard en jours, négatif s'il y a de l'avance ; null tant que les deux dates ne sont pas là.</summary>
    public int? Ecart => Prevu is { } p && Reel is { } r ? r.DayNumber - p.DayNumber : null;
}

/// <summary>Une étape constatée sur un lot.</summary>
public sealed class FaitDeLot
{
    public const int LongueurDeLaPrecision = 500;

    private FaitDeLot() { }

    internal FaitDeLot(int lot, EtapeDeProcedure etape, DateOnly le, string? precision)
    {
        (Lot, Etape, Le) = (lot, etape, le);
        Precision = string.IsNullOrWhiteSpace(precision) ? null : precision.Trim();
    }

    public int Lot { get; private init; }

    public EtapeDeProcedure Etape { get; private init; }

    public DateOnly Le { get; internal set; }

    /// <summary>La pièce qui le prouve ou l'acte qui le fonde : référence d'un accusé, d'une délibération, d'un procès-verbal.</summary>
    public string? Precision { get; internal set; }
}
