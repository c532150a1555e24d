using CdgMarches.Domain.Noyau.Calendrier;

namespace CdgMarches.Domain.Conventions;

/// <summary>Une mise en demeure de payer une contribution, par lettre recommandée.</summary>
/// <remarks>RG6.21. Elle ouvre au CDG la faculté de dénoncer sans délai ; elle n'y oblige jamais.</remarks>
public sealed class MiseEnDemeure
{
    public const int LongueurDuTitre = 60;

    private MiseEnDemeure() { }

    internal MiseEnDemeure(int numero, NouvelleMiseEnDemeure saisie, int delaiEnJours)
    {
        Numero = numero;
        Titre = saisie.Titre;
        TitreEchuLe = saisie.TitreEchuLe;
        DelaiEnJours = delaiEnJours;
        Lettre = new Recommande(saisie.EnvoyeeLe, saisie.NumeroDeRecommande);
    }

    /// <summary>Le rang dans la convention, à partir de 1.</summary>
    public int Numero { get; private init; }

    /// <summary>Le titre de recettes impayé.</summary>
    public string Titre { get; private init; } = "";

    /// <summary>La date limite de paiement du titre.</summary>
    public DateOnly TitreEchuLe { get; private init; }

    /// <summary>Le délai que la lettre laisse pour payer, depuis sa notification.</summary>
    public int DelaiEnJours { get; private init; }

    public Recommande Lettre { get; private set; } = null!;

    /// <summary>Le jour où la collectivité a payé ; la mise en demeure ne fonde alors plus rien.</summary>
    public DateOnly? RegulariseeLe { get; private set; }

    /// <summary>Le dernier jour pour payer ; nul tant que la lettre n'est pas notifiée.</summary>
    public DateOnly? DernierJourPourPayer =>
        Lettre.NotifieLe is { } notifiee ? Delais.AjouterJours(notifiee, DelaiEnJours) : null;

    internal void Regulariser(DateOnly jour) => RegulariseeLe = jour;
}

/// <summary>Ce que l'on saisit d'une mise en demeure.</summary>
public sealed record NouvelleMiseEnDemeure
{
    public NouvelleMiseEnDemeure(string? titre, DateOnly titreEchuLe, DateOnly envoyeeLe, string? numeroDeRecommande)
    {
        Titre = (titre ?? "").Trim();
        TitreEchuLe = titreEchuLe;
        EnvoyeeLe = envoyeeLe;
        NumeroDeRecommande = string.IsNullOrWhiteSpace(numeroDeRecommande) ? null : numeroDeRecommande.Trim();
    }

    public string Titre { get; }

    public DateOnly TitreEchuLe { get; }

    public DateOnly EnvoyeeLe { get; }

    public string? NumeroDeRecommande { get; }
}
