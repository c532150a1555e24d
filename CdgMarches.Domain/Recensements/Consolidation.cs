using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements;

/// <summary>Une version gelée des besoins d'une campagne, numérotée et immuable : c'est elle que le DCE reprend (RG5.21).</summary>
/// <remarks>
/// Ses lignes sont des copies, faites dans la base par <c>INSERT … SELECT</c>. Aucune méthode ne les change : ce qui bouge
/// ensuite dans les réponses se lit comme un écart depuis le gel.
/// </remarks>
public sealed class Consolidation : Agregat
{
    public const int LongueurNonDecides = 8000;

    private Consolidation() { }

    public Consolidation(
        CampagneId campagne,
        int numero,
        string par,
        DateTimeOffset instant,
        IReadOnlyList<string> nonDecides,
        string? motif
    )
    {
        Id = ConsolidationId.Nouveau();
        (Campagne, Numero, GeleePar, GeleeLe) = (campagne, numero, par, instant);
        NombreDeNonDecides = nonDecides.Count;
        var noms = string.Join(" ; ", nonDecides);
        NonDecides = noms.Length > LongueurNonDecides ? string.Concat(noms.AsSpan(0, LongueurNonDecides - 1), "…") : noms;
        Motif = string.IsNullOrWhiteSpace(motif) ? null : motif.Trim();
    }

    public ConsolidationId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    public CampagneId Campagne { get; private init; }

    /// <summary>1 pour le premier gel de la campagne.</summary>
    public int Numero { get; private init; }

    public DateTimeOffset GeleeLe { get; private init; }

    public string GeleePar { get; private init; } = "";

    /// <summary>Les membres que le gel a laissés de côté : ni validés, ni décidés.</summary>
    public string NonDecides { get; private init; } = "";

    public int NombreDeNonDecides { get; private init; }

    public string? Motif { get; private init; }
}

/// <summary>Une ligne de catalogue telle qu'elle était au gel.</summary>
public sealed class LigneDeCatalogueGelee
{
    private LigneDeCatalogueGelee() { }

    public ConsolidationId Consolidation { get; private init; }

    public int Ligne { get; private init; }

    public PrestationId Prestation { get; private init; }

    public int NumeroDeLot { get; private init; }

    public int Ordre { get; private init; }

    public string Designation { get; private init; } = "";

    public string Unite { get; private init; } = "";

    public decimal? PrixUnitaireEstime { get; private init; }

    public ChampDeReponse Demandes { get; private init; }
}

/// <summary>La réponse d'un membre telle qu'elle était au gel : son état, et le nom sous lequel le DCE le cite.</summary>
public sealed class ReponseGelee
{
    private ReponseGelee() { }

    public ConsolidationId Consolidation { get; private init; }

    public ReponseId Reponse { get; private init; }

    public CollectiviteId Collectivite { get; private init; }

    public PrestationId Prestation { get; private init; }

    public EtatDeReponse Etat { get; private init; }

    public string Nom { get; private init; } = "";

    /// <summary>Quatorze chiffres ; null si le référentiel ne l'avait pas.</summary>
    public string? Siret { get; private init; }
}

/// <summary>Les valeurs d'un membre sur une ligne, telles qu'elles étaient au gel.</summary>
public sealed class LigneGelee
{
    private LigneGelee() { }

    public ConsolidationId Consolidation { get; private init; }

    public ReponseId Reponse { get; private init; }

    public int Ligne { get; private init; }

    public long? MinimumMilliemes { get; private init; }

    public long? EstimeMilliemes { get; private init; }

    public long? MaximumMilliemes { get; private init; }

    public long? MontantHtCentimes { get; private init; }

    public DateOnly? FinDeContrat { get; private init; }

    public string? Imputation { get; private init; }

    public string? Commentaire { get; private init; }
}
