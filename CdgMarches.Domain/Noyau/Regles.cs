namespace CdgMarches.Domain.Noyau;

/// <summary>Ce que fait une règle qui n'est pas respectée.</summary>
public enum Portee
{
    /// <summary>L'action est refusée.</summary>
    Bloque,

    /// <summary>L'action reste permise si l'agent donne un motif, que l'historique et les pièces reprennent.</summary>
    Avertit,
}

/// <summary>Une règle de droit ou de convention, évaluée sur des faits déjà réunis.</summary>
public interface IRegle
{
    /// <summary>Le numéro de la règle de gestion (RG5.11) ; vide pour une saisie à compléter, qu'aucun texte ne fonde.</summary>
    string Code { get; }

    /// <summary>Le texte qui fonde la règle, tel qu'on le cite à un agent ; vide quand aucun ne la fonde.</summary>
    string Fondement { get; }

    /// <summary>Ce que l'agent lit quand la règle n'est pas respectée.</summary>
    string Message { get; }

    Portee Portee => Portee.Bloque;

    /// <summary>L'identifiant du champ où l'on corrige, quand il y en a un.</summary>
    string? Champ => null;

    bool EstRespectee { get; }
}

/// <summary>Le résultat de l'examen d'une action : toutes les règles qui s'y opposent, à la fois.</summary>
public sealed record Verdict(IReadOnlyList<IRegle> Obstacles, IReadOnlyList<IRegle> Avertissements)
{
    public static Verdict Favorable { get; } = new([], []);

    public bool EstFavorable => Obstacles.Count == 0;

    public static Verdict De(params ReadOnlySpan<IRegle> regles)
    {
        List<IRegle> obstacles = [];
        List<IRegle> avertissements = [];
        foreach (var regle in regles)
        {
            if (!regle.EstRespectee)
            {
                (regle.Portee is Portee.Bloque ? obstacles : avertissements).Add(regle);
            }
        }

        return new Verdict(obstacles, avertissements);
    }

    public Verdict Et(Verdict autre) => new([.. Obstacles, .. autre.Obstacles], [.. Avertissements, .. autre.Avertissements]);

    /// <summary>Refuse l'action si une règle l'interdit, ou si un avertissement n'est couvert par aucun motif.</summary>
    /// <param name="motif">Le motif de passer outre les avertissements ; il n'ouvre jamais un obstacle.</param>
    /// <exception cref="RegleMetierException">Une règle au moins s'oppose à l'action.</exception>
    public void Exiger(string? motif = null)
    {
        if (!EstFavorable)
        {
            throw new RegleMetierException(Obstacles);
        }

        if (Avertissements.Count > 0 && string.IsNullOrWhiteSpace(motif))
        {
            throw new RegleMetierException(Avertissements, motifAttendu: true);
        }
    }
}

/// <summary>L'action est refusée par une ou plusieurs règles.</summary>
public sealed class RegleMetierException(IReadOnlyList<IRegle> obstacles, bool motifAttendu = false)
    : Exception(string.Join(" ", obstacles.Select(r => r.Message)))
{
    public IReadOnlyList<IRegle> Obstacles { get; } = obstacles;

    /// <summary>Vrai quand un motif suffirait à passer outre : ce sont des avertissements.</summary>
    public bool MotifAttendu { get; } = motifAttendu;
}
