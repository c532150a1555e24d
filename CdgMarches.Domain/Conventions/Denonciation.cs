namespace CdgMarches.Domain.Conventions;

/// <summary>Une dénonciation de la convention, de l'envoi de la lettre à son effet.</summary>
/// <remarks>
/// RG6.20. Le délai court de la réception par l'autre partie ; la lettre due aux archives départementales a son propre avis de
/// réception et ne change pas la date d'effet.
/// </remarks>
public sealed class Denonciation
{
    public const int LongueurDuMotif = 500;

    private Denonciation() { }

    internal Denonciation(int numero, NouvelleDenonciation saisie)
    {
        Numero = numero;
        Auteur = saisie.Auteur;
        Motif = saisie.Motif;
        DernierJourAnnonce = saisie.DernierJourAnnonce;
        MiseEnDemeure = saisie.Auteur is AuteurDeDenonciation.CdgPourDefautDePaiement ? saisie.MiseEnDemeure : null;
        Lettre = new Recommande(saisie.EnvoyeeLe, saisie.NumeroDeRecommande);
    }

    /// <summary>Le rang dans la convention, à partir de 1 : une dénonciation retirée garde sa place.</summary>
    public int Numero { get; private init; }

    public AuteurDeDenonciation Auteur { get; private init; }

    public string? Motif { get; private init; }

    /// <summary>Un dernier jour plus lointain que le délai, si la lettre en annonce un.</summary>
    public DateOnly? DernierJourAnnonce { get; private init; }

    /// <summary>La mise en demeure qui la fonde, pour un défaut de paiement.</summary>
    public int? MiseEnDemeure { get; private init; }

    public Recommande Lettre { get; private set; } = null!;

    /// <summary>La lettre aux archives départementales ; nulle tant qu'elle n'est pas partie.</summary>
    public Recommande? Archives { get; private set; }

    /// <summary>Le dernier jour en vigueur ; nul tant que la lettre n'est pas notifiée.</summary>
    public DateOnly? DernierJour { get; private set; }

    /// <summary>Le jour où les parties ont convenu d'y renoncer.</summary>
    public DateOnly? RetireeLe { get; private set; }

    public bool EstRetiree => RetireeLe is not null;

    /// <summary>Le premier jour où la convention ne s'applique plus.</summary>
    public DateOnly? Effet => DernierJour?.AddDays(1);

    /// <summary>Vrai quand les archives départementales ont reçu leur lettre.</summary>
    public bool ArchivesInformees => Archives?.NotifieLe is not null;

    internal void PrendreEffet(DateOnly? dernierJour) => DernierJour = dernierJour;

    internal void Retirer(DateOnly jour) => RetireeLe = jour;

    internal void InformerLesArchives(DateOnly envoyeLe, string? numero) => Archives = new Recommande(envoyeLe, numero);
}

/// <summary>Ce que l'on saisit d'une dénonciation.</summary>
public sealed record NouvelleDenonciation
{
    /// <param name="auteur">Du fait de qui.</param>
    /// <param name="envoyeeLe">L'envoi de la lettre recommandée.</param>
    /// <param name="numeroDeRecommande">Son numéro de suivi.</param>
    /// <param name="dernierJourAnnonce">Un dernier jour plus lointain que le délai, si la lettre en annonce un.</param>
    /// <param name="miseEnDemeure">La mise en demeure qui la fonde, pour un défaut de paiement.</param>
    /// <param name="motif">Le motif donné par l'auteur.</param>
    public NouvelleDenonciation(
        AuteurDeDenonciation auteur,
        DateOnly envoyeeLe,
        string? numeroDeRecommande = null,
        DateOnly? dernierJourAnnonce = null,
        int? miseEnDemeure = null,
        string? motif = null
    )
    {
        (Auteur, EnvoyeeLe, DernierJourAnnonce, MiseEnDemeure) = (auteur, envoyeeLe, dernierJourAnnonce, miseEnDemeure);
        NumeroDeRecommande = string.IsNullOrWhiteSpace(numeroDeRecommande) ? null : numeroDeRecommande.Trim();
        Motif = string.IsNullOrWhiteSpace(motif) ? null : motif.Trim();
    }

    public AuteurDeDenonciation Auteur { get; }

    public DateOnly EnvoyeeLe { get; }

    public string? NumeroDeRecommande { get; }

    public DateOnly? DernierJourAnnonce { get; }

    public int? MiseEnDemeure { get; }

    public string? Motif { get; }
}
