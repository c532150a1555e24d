using System.Globalization;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Contributions.Finances;

/// <summary>Lesquels des titres une remise prend.</summary>
public enum TitresARemettre
{
    Tous,

    /// <summary>Les appels et leurs compléments : ce qui est demandé.</summary>
    Demandes,

    /// <summary>Les réductions et les annulations : ce qui ne l'est plus.</summary>
    Corrections,

    /// <summary>Ce qui reste à payer.</summary>
    APayer,

    /// <summary>Ce qui n'a pas encore de titre.</summary>
    SansTitre,
}

/// <summary>Ce que le fichier des finances doit contenir.</summary>
/// <param name="Exercice">L'exercice.</param>
/// <param name="Profil">Le progiciel ; nul pour toutes les colonnes.</param>
/// <param name="Du">La première date d'appel.</param>
/// <param name="Au">La dernière.</param>
/// <param name="DejaExportes">Reprendre aussi ce qui a déjà été remis.</param>
/// <param name="Titres">Lesquels des titres.</param>
/// <param name="Type">Le code du type de facturation ; nul pour tous.</param>
/// <param name="Campagne">L'appel d'où ils viennent ; nul pour tous.</param>
/// <param name="NumeroDeBordereau">Le numéro du bordereau, quand les finances l'ont donné.</param>
/// <param name="DateDeBordereau">Sa date.</param>
public sealed record DemandeDExport(
    int Exercice,
    ProfilDExportId? Profil = null,
    DateOnly? Du = null,
    DateOnly? Au = null,
    bool DejaExportes = false,
    TitresARemettre Titres = TitresARemettre.Tous,
    string? Type = null,
    CampagneDAppelId? Campagne = null,
    string? NumeroDeBordereau = null,
    DateOnly? DateDeBordereau = null
)
{
    public Bordereau? Bordereau =>
        NumeroDeBordereau is null && DateDeBordereau is null ? null : new Bordereau(NumeroDeBordereau, DateDeBordereau);

    /// <param name="campagne">L'intitulé de l'appel choisi.</param>
    public string EnClair(string? campagne = null) =>
        $"Exercice {Exercice.ToString(CultureInfo.InvariantCulture)}"
        + (Du is { } du ? $", appels du {Formats.DateCourte(du)}" : "")
        + (Au is { } au ? $"{(Du is null ? ", appels" : "")} au {Formats.DateCourte(au)}" : "")
        + (Titres is TitresARemettre.Tous ? "" : $", {Titres.Libelle().ToLower(Francais.Culture)}")
        + (Type is { } type ? $", type {type}" : "")
        + (campagne is not null ? $", {campagne}" : "")
        + (NumeroDeBordereau is { } numero ? $", bordereau n° {numero}" : "")
        + (DejaExportes ? ", déjà remis compris" : "");
}

/// <summary>Ce qu'une remise contiendrait, et ce qui en est retenu.</summary>
/// <param name="Demande">Ce qui a été demandé : c'est cela, et rien d'autre, que la remise remet.</param>
/// <param name="Nombre">Les titres qui partent.</param>
/// <param name="Total">Leur somme TTC.</param>
/// <param name="Retenus">Ceux à qui il manque quelque chose, et quoi ; les autres partent.</param>
/// <param name="DejaExportes">Ceux qui ont déjà été remis.</param>
/// <param name="DernierExport">La dernière remise.</param>
public sealed record AvantExport(
    DemandeDExport Demande,
    int Nombre,
    MontantTtc Total,
    IReadOnlyList<(AppelDeContributionId Id, string Reference, string Motif)> Retenus,
    int DejaExportes,
    DateTimeOffset? DernierExport
);

/// <summary>Une remise passée.</summary>
public sealed record RemiseAuxFinances(
    Guid Id,
    int Exercice,
    string Profil,
    string Filtre,
    int Nombre,
    long TotalCentimes,
    string Empreinte,
    DateTimeOffset FaitLe,
    string FaitPar
);

/// <summary>Les types et les appels d'un exercice, pour choisir ce qu'une remise prend.</summary>
public sealed record ChoixDeRemise(
    IReadOnlyList<(string Code, string Libelle)> Types,
    IReadOnlyList<(CampagneDAppelId Id, string Intitule)> Campagnes
);

/// <summary>Les mots des remises.</summary>
public static class MotsDesRemises
{
    public static string Libelle(this TitresARemettre titres) =>
        titres switch
        {
            TitresARemettre.Tous => "Tous les titres",
            TitresARemettre.Demandes => "Appels et compléments",
            TitresARemettre.Corrections => "Réductions et annulations",
            TitresARemettre.APayer => "Ce qui reste à payer",
            TitresARemettre.SansTitre => "Sans n° de titre",
        };
}
