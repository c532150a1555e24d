using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Marches;

/// <summary>Une demande d'agrément complète.</summary>
public sealed record DemandeDeSousTraitance(
    string? Nom,
    string? Siret,
    string? Prestations,
    MontantTtc MontantMaximal,
    DateOnly RecueLe
)
{
    /// <summary>Le montant hors taxes, que les données essentielles demandent.</summary>
    public MontantHt? MontantHt { get; init; }

    public int? DureeEnMois { get; init; }

    public VariationDePrix? Variation { get; init; }
}

/// <summary>Comment le prix d'un sous-traitant varie, aux mots des données essentielles.</summary>
public enum VariationDePrix
{
    Ferme,
    Actualisable,
    Revisable,
}

/// <summary>Un sous-traitant : agréé, refusé, ou dans le silence.</summary>
public sealed class SousTraitant
{
    /// <summary>Combien de jours après la réception le silence à venir est annoncé, à défaut de réglage.</summary>
    public const int AlerteLivree = 14;

    private SousTraitant() { }

    internal SousTraitant(int numero, DemandeDeSousTraitance demande, DateOnly silence, bool paiementDirect, int alerteEnJours)
    {
        (AlerteEnJours, MontantHtCentimes, DureeEnMois, Variation) = (
            alerteEnJours,
            demande.MontantHt?.Centimes,
            demande.DureeEnMois,
            demande.Variation
        );
        (Numero, Nom, Prestations) = (numero, demande.Nom!.Trim(), demande.Prestations!.Trim());
        Siret = string.IsNullOrWhiteSpace(demande.Siret) ? null : demande.Siret.Trim();
        (MontantTtcCentimes, RecuLe, SilenceLe, EstPayeDirectement) = (
            demande.MontantMaximal.Centimes,
            demande.RecueLe,
            silence,
            paiementDirect
        );
    }

    public int Numero { get; private init; }

    public string Nom { get; private init; } = "";

    public string? Siret { get; private init; }

    public string Prestations { get; private init; } = "";

    public long MontantTtcCentimes { get; private init; }

    public DateOnly RecuLe { get; private init; }

    /// <summary>Combien de jours après la réception l'alerte part (RG4.90).</summary>
    public int AlerteEnJours { get; private init; } = AlerteLivree;

    public long? MontantHtCentimes { get; private init; }

    public int? DureeEnMois { get; private init; }

    public VariationDePrix? Variation { get; private init; }

    /// <summary>Le jour où le silence vaut acceptation et agrément.</summary>
    public DateOnly SilenceLe { get; private init; }

    /// <summary>À partir de 600 € TTC (R2193-10).</summary>
    public bool EstPayeDirectement { get; private init; }

    public bool? EstAgree { get; internal set; }

    public DateOnly? DecideLe { get; internal set; }

    public string? Motif { get; internal set; }

    /// <summary>Agréé par décision ou par le silence, ce jour-là.</summary>
    public bool EstAgreeAu(DateOnly jour) => EstAgree ?? jour > SilenceLe;
}
