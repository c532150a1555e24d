using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions;

/// <summary>Quand, où et comment la séance se tient, tel que c'est saisi.</summary>
public sealed record DonneesDeSeance
{
    public DonneesDeSeance(
        DateOnly date,
        TimeOnly heure,
        ModeDeReunion mode,
        string? lieu,
        string? lien,
        string? modalites = null
    )
    {
        (Date, Heure, Mode) = (date, heure, mode);
        (Lieu, Lien, Modalites) = (Net(lieu), Net(lien), Net(modalites));
    }

    public DateOnly Date { get; }

    public TimeOnly Heure { get; }

    public ModeDeReunion Mode { get; }

    public string? Lieu { get; }

    /// <summary>L'adresse de la visioconférence.</summary>
    public string? Lien { get; }

    /// <summary>La décision du président, l'identification des participants et la confidentialité (RG2.22).</summary>
    public string? Modalites { get; }

    /// <summary>« lundi 16 mars 2026 à 14 h 00, en présence, salle des délibérations ».</summary>
    public string EnClair =>
        string.Join(
            ", ",
            new[]
            {
                $"{Date.ToString("dddd", Francais.Culture)} {Noyau.EnClair.Date(Date)} à {Heure.ToString("H' h 'mm", Francais.Culture)}",
                Mode.Libelle().ToLower(Francais.Culture),
                Lieu,
                Lien,
            }.Where(t => t is not null)
        );

    private static string? Net(string? texte) => string.IsNullOrWhiteSpace(texte) ? null : texte.Trim();
}
