using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

/// <summary>Jusqu'à quand dure une convention (RG1.17).</summary>
public enum DureeDeConvention
{
    /// <summary>Jusqu'à l'échéance des marchés concernés, reconductions comprises.</summary>
    JusquAuxMarches,

    Fixe,
    Indeterminee,
}

/// <summary>Ce que le coordonnateur fait au nom des membres : des faits séparés, jamais un seul niveau (RG1.05, RG1.06).</summary>
public sealed record Integration
{
    public bool Signe { get; init; } = true;

    public bool Notifie { get; init; } = true;

    public bool Execute { get; init; }

    /// <summary>Rare : chaque membre paie d'ordinaire sa part.</summary>
    public bool Paie { get; init; }

    /// <summary>Le nom d'usage du niveau.</summary>
    public string Niveau =>
        (Signe && Notifie, Execute) switch
        {
            (true, true) => "intégré",
            (true, false) => "partiellement intégré",
            (false, _) => "simple coordination",
        };
}

/// <summary>Ce que l'on saisit d'une convention.</summary>
public sealed record TermesDeConvention(
    string ObjetDesMarches,
    DureeDeConvention Duree,
    DateOnly? DernierJourFixe,
    Integration Integration,
    string DispositionsFinancieres,
    string Tribunal
)
{
    public Verdict Examiner() =>
        Verdict.De(
            TexteRenseigne.DeLaConvention(
                "L'objet des marchés",
                ObjetDesMarches,
                ConventionConstitutive.LongueurDUnTexte,
                "objet-marches"
            ),
            new TexteBorne(
                "Les dispositions financières",
                DispositionsFinancieres,
                ConventionConstitutive.LongueurDUnTexte,
                "finances"
            ),
            new TexteBorne("Le tribunal", Tribunal, ConventionConstitutive.LongueurDUnNom, "tribunal"),
            new DureeFixeDatee(Duree, DernierJourFixe)
        );

    /// <summary>Le terme de la convention, tel qu'on peut l'annoncer ce jour.</summary>
    /// <param name="marches">Les marchés concernés, leur fin et celle de leur dernière reconduction.</param>
    public DateOnly? Terme(IReadOnlyCollection<FinDeMarche> marches) =>
        Duree switch
        {
            DureeDeConvention.Fixe => DernierJourFixe,
            DureeDeConvention.JusquAuxMarches => marches.Count == 0 ? null : marches.Max(m => m.FinReconductionsComprises),
            DureeDeConvention.Indeterminee => null,
        };

    internal string EnBref =>
        $"{Duree.Libelle()} ; {Integration.Niveau}{(Integration.Paie ? ", le coordonnateur paie" : "")} ; {ObjetDesMarches}";
}

/// <summary>La fin d'un marché du groupement, et celle de sa dernière reconduction possible.</summary>
public sealed record FinDeMarche(string Reference, DateOnly Fin, DateOnly FinReconductionsComprises);

public static class LibellesDeConvention
{
    public static string Libelle(this DureeDeConvention duree) =>
        duree switch
        {
            DureeDeConvention.JusquAuxMarches => "Jusqu'à l'échéance des marchés",
            DureeDeConvention.Fixe => "Durée fixe",
            DureeDeConvention.Indeterminee => "Durée indéterminée",
        };

    public static string Libelle(this GenreDeDocumentOpposable genre) =>
        genre switch
        {
            GenreDeDocumentOpposable.Convention => "Convention",
            GenreDeDocumentOpposable.Avenant => "Avenant",
            GenreDeDocumentOpposable.Decision => "Décision",
        };
}
