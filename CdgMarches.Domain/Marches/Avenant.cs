using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;

namespace CdgMarches.Domain.Marches;

/// <summary>Un projet d'avenant.</summary>
public sealed record ProjetDAvenant(
    CasDAvenant Cas,
    string? Objet,
    MontantHt Montant,
    DateOnly SigneLe,
    string? Justification = null,
    DateOnly? AvisDeLaCaoLe = null,
    MontantHt? NouveauMaximum = null
)
{
    /// <summary>Les mois que l'avenant ajoute à la durée.</summary>
    public int ProlongationEnMois { get; init; }

    /// <summary>Celui qui remplace le titulaire (R2194-6).</summary>
    public string? NouveauTitulaire { get; init; }

    public string? SiretDuNouveauTitulaire { get; init; }
}

/// <summary>Les plafonds en vigueur : parts en points de pourcentage, seuil européen.</summary>
public sealed record PlafondsDesAvenants(decimal PartFaible, decimal PartDeLaMoitie, decimal PartDeLaCao, MontantHt Seuil);

/// <summary>Un avenant signé.</summary>
public sealed class Avenant
{
    public const int LongueurDuTexte = 2000;

    private Avenant() { }

    internal Avenant(int numero, ProjetDAvenant projet)
    {
        (Numero, Cas, Objet, SigneLe) = (numero, projet.Cas, projet.Objet!.Trim(), projet.SigneLe);
        (MontantCentimes, AvisDeLaCaoLe) = (projet.Montant.Centimes, projet.AvisDeLaCaoLe);
        Justification = string.IsNullOrWhiteSpace(projet.Justification) ? null : projet.Justification.Trim();
        (ProlongationEnMois, NouveauTitulaire, SiretDuNouveauTitulaire) = (
            projet.ProlongationEnMois,
            projet.NouveauTitulaire?.Trim(),
            projet.SiretDuNouveauTitulaire?.Trim()
        );
    }

    public int Numero { get; private init; }

    public CasDAvenant Cas { get; private init; }

    public string Objet { get; private init; } = "";

    public long MontantCentimes { get; private init; }

    public MontantHt Montant => MontantHt.DeCentimes(MontantCentimes);

    public DateOnly SigneLe { get; private init; }

    public string? Justification { get; private init; }

    public DateOnly? AvisDeLaCaoLe { get; private init; }

    public int ProlongationEnMois { get; private init; }

    public string? NouveauTitulaire { get; private init; }

    public string? SiretDuNouveauTitulaire { get; private init; }
}
