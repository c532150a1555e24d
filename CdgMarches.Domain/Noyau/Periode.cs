namespace CdgMarches.Domain.Noyau;

/// <summary>Une période de jours entiers, premier et dernier jour compris ; sans fin quand <see cref="Fin"/> est nul.</summary>
public sealed record Periode
{
    /// <exception cref="ArgumentOutOfRangeException">La période finirait avant de commencer.</exception>
    public Periode(DateOnly debut, DateOnly? fin = null)
    {
        if (fin < debut)
        {
            throw new ArgumentOutOfRangeException(nameof(fin), fin, "Une période ne finit pas avant son premier jour.");
        }

        Debut = debut;
        Fin = fin;
    }

    public DateOnly Debut { get; }

    public DateOnly? Fin { get; }

    /// <summary>L'année civile, du 1er janvier au 31 décembre.</summary>
    public static Periode Annee(int annee) => new(new DateOnly(annee, 1, 1), new DateOnly(annee, 12, 31));

    public bool EstSansFin => Fin is null;

    /// <summary>Le nombre de jours, premier et dernier compris ; nul quand la période n'a pas de fin.</summary>
    public int? Jours => Fin is { } fin ? fin.DayNumber - Debut.DayNumber + 1 : null;

    public bool Contient(DateOnly jour) => Debut <= jour && (Fin is not { } fin || jour <= fin);

    /// <summary>Vrai si un jour au moins est commun aux deux.</summary>
    public bool Chevauche(Periode autre) =>
        (autre.Fin is not { } sienne || Debut <= sienne) && (Fin is not { } fin || autre.Debut <= fin);

    /// <summary>Les jours communs aux deux ; nul s'il n'y en a pas.</summary>
    public Periode? Intersection(Periode autre)
    {
        if (!Chevauche(autre))
        {
            return null;
        }

        var debut = Debut > autre.Debut ? Debut : autre.Debut;
        var fin =
            Fin is null ? autre.Fin
            : autre.Fin is null ? Fin
            : Fin < autre.Fin ? Fin
            : autre.Fin;
        return new Periode(debut, fin);
    }

    /// <summary>« du 2026-01-01 au 2027-12-31 », dates ISO.</summary>
    public override string ToString() => Fin is { } fin ? $"du {Debut:O} au {fin:O}" : $"à compter du {Debut:O}";
}
