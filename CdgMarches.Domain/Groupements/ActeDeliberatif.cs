using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

/// <summary>Une délibération et les formalités qui la rendent exécutoire : publication et transmission (CGCT, art. L2131-1).</summary>
/// <remarks>RG1.13. L'accusé de réception du préfet en est la preuve, jamais une condition.</remarks>
public sealed record ActeDeliberatif
{
    public const int LongueurDuNumero = 60;

    public static ActeDeliberatif Aucun { get; } = new();

    public string? Numero { get; init; }

    public DateOnly? AdopteeLe { get; init; }

    /// <summary>La publication ou l'affichage, selon le régime de la collectivité.</summary>
    public DateOnly? PublieeLe { get; init; }

    /// <summary>La transmission au contrôle de légalité.</summary>
    public DateOnly? TransmiseLe { get; init; }

    /// <summary>L'accusé de réception de la préfecture.</summary>
    public DateOnly? AccuseeLe { get; init; }

    /// <summary>La délibération déposée (identifiant de la pièce).</summary>
    public Guid? Piece { get; init; }

    /// <summary>Le jour où elle devient exécutoire : la plus tardive des deux formalités ; nul tant que l'une manque.</summary>
    public DateOnly? ExecutoireLe =>
        (PublieeLe, TransmiseLe) is ({ } publiee, { } transmise) ? (publiee > transmise ? publiee : transmise) : null;

    /// <summary>Les dates se suivent et aucune n'est à venir.</summary>
    public Verdict Examiner(DateOnly aujourdhui) =>
        Verdict.De(
            new TexteBorne("Le numéro de la délibération", Numero, LongueurDuNumero, "deliberation-numero"),
            new ActesDansLOrdre("L'adoption", AdopteeLe, "La publication", PublieeLe, "publiee"),
            new ActesDansLOrdre("L'adoption", AdopteeLe, "La transmission", TransmiseLe, "transmise"),
            new ActesDansLOrdre("La transmission", TransmiseLe, "L'accusé de réception", AccuseeLe, "accusee"),
            new ActePasAVenir("L'adoption", AdopteeLe, aujourdhui, "adoptee"),
            new ActePasAVenir("La publication", PublieeLe, aujourdhui, "publiee"),
            new ActePasAVenir("La transmission", TransmiseLe, aujourdhui, "transmise"),
            new ActePasAVenir("L'accusé de réception", AccuseeLe, aujourdhui, "accusee")
        );

    /// <summary>« adoptée le 12 mars 2026, exécutoire le 20 mars 2026 ».</summary>
    public string EnClairDates =>
        (AdopteeLe, ExecutoireLe) switch
        {
            (null, _) => "pas encore adoptée",
            ({ } adoptee, null) => $"adoptée le {EnClair.Date(adoptee)}, pas encore exécutoire",
            ({ } adoptee, { } executoire) => $"adoptée le {EnClair.Date(adoptee)}, exécutoire le {EnClair.Date(executoire)}",
        };
}
