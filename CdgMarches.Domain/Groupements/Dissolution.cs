using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

/// <summary>La fin d'un groupement, conduite comme un dossier : membres informés, marchés, dernière facturation, archives.</summary>
/// <remarks>RG1.33, RG1.35. Une fois prononcée, le groupement est clos et ne se modifie plus.</remarks>
public sealed class Dissolution : Agregat
{
    public const int LongueurDUnTexte = 1000;

    private Dissolution() { }

    public DissolutionId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    public GroupementId Groupement { get; private init; }

    public CauseDeDissolution Cause { get; private init; }

    public string Motif { get; private init; } = "";

    public DateOnly OuverteLe { get; private init; }

    /// <summary>Le dernier jour du groupement.</summary>
    public DateOnly DernierJour { get; private init; }

    public DateOnly? DerniereFacturationLe { get; private set; }

    public DateOnly? ArchivesVerseesLe { get; private set; }

    /// <summary>Où les archives du groupement sont conservées.</summary>
    public string? LieuDesArchives { get; private set; }

    public DateOnly? PrononceeLe { get; private set; }

    public static Dissolution Ouvrir(
        GroupementId groupement,
        EtatDuGroupement etat,
        CauseDeDissolution cause,
        string? motif,
        DateOnly jour,
        DateOnly dernierJour,
        DateOnly debutDuGroupement,
        DateOnly? dejaOuverteLe
    )
    {
        Verdict
            .De(
                new GroupementNonClos(etat),
                new UneSeuleDissolution(dejaOuverteLe),
                new FinApresLeDebut(debutDuGroupement, dernierJour),
                new TexteRenseigne("Le motif", (motif ?? "").Trim(), LongueurDUnTexte, "motif")
            )
            .Exiger();
        var dissolution = new Dissolution
        {
            Id = DissolutionId.Nouveau(),
            Groupement = groupement,
            Cause = cause,
            Motif = motif!.Trim(),
            OuverteLe = jour,
            DernierJour = dernierJour,
        };
        dissolution.Signaler(new DissolutionOuverte(cause, dernierJour, dissolution.Motif));
        return dissolution;
    }

    /// <summary>Date la dernière facturation et le versement des archives.</summary>
    public void Regler(DateOnly? derniereFacturation, DateOnly? archives, string? lieu, DateOnly aujourdhui)
    {
        Verdict
            .De(
                new DissolutionNonPrononcee(PrononceeLe),
                new ActePasAVenir("La dernière facturation", derniereFacturation, aujourdhui, "facturation"),
                new ActePasAVenir("Le versement des archives", archives, aujourdhui, "archives"),
                new TexteBorne("Le lieu des archives", lieu, LongueurDUnTexte, "lieu")
            )
            .Exiger();
        (DerniereFacturationLe, ArchivesVerseesLe, LieuDesArchives) = (
            derniereFacturation,
            archives,
            string.IsNullOrWhiteSpace(lieu) ? null : lieu.Trim()
        );
        Signaler(new DissolutionReglee(derniereFacturation, archives));
    }

    public Verdict PeutPrononcer(FaitsDeDissolution faits, DateOnly aujourdhui) =>
        Verdict.De(
            new DissolutionNonPrononcee(PrononceeLe),
            new MembresTousInformes(faits.MembresNonInformes),
            new AucuneProcedureEnCours(faits.ProcedureEnCours),
            new AucunMarcheEnCours(faits.MarchesEnCours),
            new EtapeDeDissolutionFaite("la dernière facturation", DerniereFacturationLe, "facturation"),
            new EtapeDeDissolutionFaite("le versement des archives", ArchivesVerseesLe, "archives"),
            new DernierJourPasse(DernierJour, aujourdhui)
        );

    /// <summary>Prononce la dissolution ; l'appelant clôt le groupement au dernier jour.</summary>
    public void Prononcer(FaitsDeDissolution faits, DateOnly aujourdhui)
    {
        PeutPrononcer(faits, aujourdhui).Exiger();
        PrononceeLe = aujourdhui;
        Signaler(new DissolutionPrononcee(DernierJour));
    }
}

public enum CauseDeDissolution
{
    /// <summary>Le coordonnateur se retire (RG1.33).</summary>
    DepartDuCoordonnateur,

    /// <summary>Il ne resterait qu'un membre (RG1.35).</summary>
    UnSeulMembre,

    /// <summary>Le terme de la convention est atteint.</summary>
    Terme,

    /// <summary>Les membres en décident.</summary>
    Decision,
}

/// <summary>Ce qu'il faut savoir pour prononcer une dissolution.</summary>
public sealed record FaitsDeDissolution(int MembresNonInformes, string? ProcedureEnCours, IReadOnlyList<string> MarchesEnCours);

public static class LibellesDeDissolution
{
    public static string Libelle(this CauseDeDissolution cause) =>
        cause switch
        {
            CauseDeDissolution.DepartDuCoordonnateur => "Départ du coordonnateur",
            CauseDeDissolution.UnSeulMembre => "Plus qu'un seul membre",
            CauseDeDissolution.Terme => "Terme de la convention",
            CauseDeDissolution.Decision => "Décision des membres",
        };
}

public sealed record DissolutionOuverte(CauseDeDissolution Cause, DateOnly DernierJour, string Raison) : IEvenementMetier
{
    public string Libelle =>
        $"Dissolution ouverte : {Cause.Libelle().ToLower(Francais.Culture)}, dernier jour le {EnClair.Date(DernierJour)}.";

    public string? Motif => Raison;
}

public sealed record DissolutionReglee(DateOnly? Facturation, DateOnly? Archives) : IEvenementMetier
{
    public string Libelle => $"Dissolution : dernière facturation {Dire(Facturation)}, archives {Dire(Archives)}.";

    private static string Dire(DateOnly? le) => le is { } jour ? $"le {EnClair.Date(jour)}" : "à faire";
}

public sealed record DissolutionPrononcee(DateOnly DernierJour) : IEvenementMetier
{
    public string Libelle =>
        $"Dissolution prononcée, dernier jour le {EnClair.Date(DernierJour)} : le groupement ne se modifie plus.";
}
