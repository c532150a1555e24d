using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures;

/// <summary>Ce que l'analyse dit d'une offre.</summary>
public enum EtatDOffre
{
    EnAnalyse,
    Irreguliere,
    Inacceptable,
    Inappropriee,

    /// <summary>Écartée après la demande de précisions (CCP, art. R2152-3 à R2152-5).</summary>
    AnormalementBasse,

    /// <summary>L'attributaire pressenti n'a pas fourni ses attestations à temps (R2144-7).</summary>
    Ecartee,
}

/// <summary>Un critère de choix et son poids, en points sur cent.</summary>
public sealed class Critere
{
    public const int LongueurDeLIntitule = 200;

    private Critere() { }

    internal Critere(int numero, string intitule, decimal poids) => (Numero, Intitule, Poids) = (numero, intitule.Trim(), poids);

    public int Numero { get; private init; }

    public string Intitule { get; private init; } = "";

    public decimal Poids { get; private init; }

    internal string EnClair => $"{Intitule} {Poids.ToString("0.##", Francais.Culture)} %";
}

/// <summary>L'offre d'un soumissionnaire pour un lot.</summary>
public sealed class OffreDeLot
{
    public const int LongueurDuMotif = 2000;

    private OffreDeLot() { }

    internal OffreDeLot(int numero, string entreprise, string? siret, MontantHt? montant)
    {
        (Numero, Entreprise) = (numero, entreprise.Trim());
        Siret = string.IsNullOrWhiteSpace(siret) ? null : siret.Trim();
        MontantCentimes = montant?.Centimes;
    }

    public int Numero { get; private init; }

    public string Entreprise { get; private init; } = "";

    public string? Siret { get; private init; }

    public long? MontantCentimes { get; internal set; }

    public MontantHt? Montant => MontantCentimes is { } c ? MontantHt.DeCentimes(c) : null;

    public EtatDOffre Etat { get; internal set; }

    public string? Motif { get; internal set; }

    public DateOnly? PrecisionsDemandeesLe { get; internal set; }

    public DateOnly? AttestationsDemandeesLe { get; internal set; }

    public DateOnly? AttestationsAvant { get; internal set; }

    public DateOnly? AttestationsRecuesLe { get; internal set; }

    public DateOnly? RejeteeLe { get; internal set; }

    public bool RejetElectronique { get; internal set; }

    public string? MotifsDuRejet { get; internal set; }
}

/// <summary>La note d'une offre sur un critère.</summary>
public sealed class NoteDOffre
{
    private NoteDOffre() { }

    internal NoteDOffre(int offre, int critere, decimal valeur) => (Offre, Critere, Valeur) = (offre, critere, valeur);

    public int Offre { get; private init; }

    public int Critere { get; private init; }

    public decimal Valeur { get; internal set; }
}

/// <summary>Un tour de négociation : même invitation, même limite pour tous.</summary>
public sealed class TourDeNegociation
{
    private TourDeNegociation() { }

    internal TourDeNegociation(int numero, DateOnly invitation, DateOnly limite, string invites) =>
        (Numero, Invitation, Limite, Invites) = (numero, invitation, limite, invites);

    public int Numero { get; private init; }

    public DateOnly Invitation { get; private init; }

    public DateOnly Limite { get; private init; }

    public string Invites { get; private init; } = "";
}

/// <summary>Une offre à son rang.</summary>
public sealed record RangDOffre(int Rang, OffreDeLot Offre, decimal Total);

public static class LibellesDesOffres
{
    public static string Libelle(this EtatDOffre etat) =>
        etat switch
        {
            EtatDOffre.EnAnalyse => "En analyse",
            EtatDOffre.Irreguliere => "Irrégulière",
            EtatDOffre.Inacceptable => "Inacceptable",
            EtatDOffre.Inappropriee => "Inappropriée",
            EtatDOffre.AnormalementBasse => "Anormalement basse",
            EtatDOffre.Ecartee => "Écartée",
        };
}

public sealed record AnalyseTenue(string Phrase, string? Motif = null) : IEvenementMetier
{
    public string Libelle => Phrase + ".";
}
