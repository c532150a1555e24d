namespace CdgMarches.Domain.Parametres;

/// <summary>À quoi une valeur datée s'applique.</summary>
public enum PorteeDeValeur
{
    Cdg,
    Groupement,
    Convention,
}

public static class PorteesDeValeur
{
    public static string Libelle(this PorteeDeValeur portee) =>
        portee switch
        {
            PorteeDeValeur.Cdg => "Tout le CDG",
            PorteeDeValeur.Groupement => "Un groupement",
            PorteeDeValeur.Convention => "Une convention",
        };
}

/// <summary>Une valeur que la loi, une convention ou le CDG fixe pour un temps : seuil, délai, plafond, date annuelle.</summary>
/// <remarks>
/// Ce qui est un nombre, un délai ou une borne est une donnée avec ses dates, jamais une constante. Une valeur qui change ne
/// se corrige pas : on la clôt la veille et l'on en crée une autre, pour que le passé se relise comme il s'est décidé.
/// </remarks>
public sealed class ValeurDatee
{
    private ValeurDatee() { }

    public Guid Id { get; private init; }

    /// <summary>Ce que la valeur fixe (<see cref="CodesDeSeuil"/> pour les seuils).</summary>
    public string Code { get; private init; } = "";

    public PorteeDeValeur Portee { get; private init; }

    /// <summary>Le groupement ou la convention visés ; nul pour tout le CDG.</summary>
    public Guid? CibleId { get; private init; }

    /// <summary>Le premier jour où elle vaut.</summary>
    public DateOnly Debut { get; private init; }

    /// <summary>Le dernier jour où elle vaut ; nul tant que rien ne la remplace.</summary>
    public DateOnly? Fin { get; private set; }

    /// <summary>La valeur chiffrée : euros HT pour un seuil, jours ou mois pour un délai, points pour un pourcentage.</summary>
    public decimal? Nombre { get; private init; }

    /// <summary>La valeur en texte, quand elle n'est pas un nombre.</summary>
    public string? Texte { get; private init; }

    /// <summary>Le texte qui la fixe, tel qu'on le cite.</summary>
    public string Source { get; private init; } = "";

    /// <exception cref="ArgumentException">Un champ manque, la portée et la cible se contredisent, ou la fin précède le début.</exception>
    public static ValeurDatee DeNombre(
        string code,
        decimal nombre,
        DateOnly debut,
        DateOnly? fin,
        string source,
        PorteeDeValeur portee = PorteeDeValeur.Cdg,
        Guid? cible = null
    ) => Creer(code, nombre, null, debut, fin, source, portee, cible);

    /// <inheritdoc cref="DeNombre"/>
    public static ValeurDatee DeTexte(
        string code,
        string texte,
        DateOnly debut,
        DateOnly? fin,
        string source,
        PorteeDeValeur portee = PorteeDeValeur.Cdg,
        Guid? cible = null
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(texte);
        return Creer(code, null, texte, debut, fin, source, portee, cible);
    }

    public bool EstEnVigueur(DateOnly jour) => Debut <= jour && (Fin is not { } fin || jour <= fin);

    /// <summary>Vrai si les deux fixent la même chose, pour la même cible, un même jour.</summary>
    public bool Contredit(ValeurDatee autre) =>
        Id != autre.Id
        && Code == autre.Code
        && Portee == autre.Portee
        && CibleId == autre.CibleId
        && (autre.Fin is not { } sienne || Debut <= sienne)
        && (Fin is not { } fin || autre.Debut <= fin);

    /// <summary>Arrête la valeur à son dernier jour.</summary>
    /// <exception cref="ArgumentException">Ce jour précède le premier.</exception>
    public void Clore(DateOnly dernierJour)
    {
        ExigerOrdre(Debut, dernierJour);
        Fin = dernierJour;
    }

    private static ValeurDatee Creer(
        string code,
        decimal? nombre,
        string? texte,
        DateOnly debut,
        DateOnly? fin,
        string source,
        PorteeDeValeur portee,
        Guid? cible
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        ExigerOrdre(debut, fin);
        if (portee is PorteeDeValeur.Cdg != cible is null)
        {
            throw new ArgumentException(
                "Une valeur du CDG n'a pas de cible ; celle d'un groupement ou d'une convention en a une.",
                nameof(cible)
            );
        }

        return new ValeurDatee
        {
            Id = Guid.CreateVersion7(),
            Code = code,
            Portee = portee,
            CibleId = cible,
            Debut = debut,
            Fin = fin,
            Nombre = nombre,
            Texte = texte,
            Source = source,
        };
    }

    private static void ExigerOrdre(DateOnly debut, DateOnly? fin)
    {
        if (fin < debut)
        {
            throw new ArgumentException("Une valeur ne cesse pas de valoir avant d'avoir commencé.", nameof(fin));
        }
    }
}
