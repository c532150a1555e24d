using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Contributions;

/// <summary>Ce qu'un progiciel de finances attend : les colonnes, leur ordre, leurs noms (RG6.32).</summary>
public sealed class ProfilDExport : Agregat
{
    public const int LongueurDuNom = 100;
    public const int LongueurDesColonnes = 4000;

    private ProfilDExport() { }

    public ProfilDExportId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    public string Nom { get; private set; } = "";

    /// <summary>Une colonne par ligne : son code, une tabulation, son en-tête.</summary>
    public string Colonnes { get; private set; } = "";

    public IReadOnlyList<ColonneDExport> Liste =>
        [
            .. Colonnes
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(l => l.Split('\t'))
                .Select(l => new ColonneDExport(l[0], l.Length > 1 ? l[1] : l[0])),
        ];

    /// <param name="nom">Le nom du progiciel.</param>
    /// <param name="colonnes">Les colonnes, dans l'ordre.</param>
    /// <param name="connues">Les codes que l'application sait remplir.</param>
    public static Verdict PeutEtre(string? nom, IReadOnlyList<ColonneDExport> colonnes, IReadOnlyCollection<string> connues) =>
        Verdict.De(
            new TexteDeGrilleRenseigne("Le nom du progiciel", nom ?? "", LongueurDuNom, "nom"),
            new ColonnesDExportValables(colonnes, connues)
        );

    public static ProfilDExport Creer(string? nom, IReadOnlyList<ColonneDExport> colonnes, IReadOnlyCollection<string> connues)
    {
        var profil = new ProfilDExport { Id = ProfilDExportId.Nouveau() };
        profil.Modifier(nom, colonnes, connues);
        return profil;
    }

    public void Modifier(string? nom, IReadOnlyList<ColonneDExport> colonnes, IReadOnlyCollection<string> connues)
    {
        PeutEtre(nom, colonnes, connues).Exiger();
        var avant = Nom.Length == 0 ? null : EnClair();
        Nom = nom!.Trim();
        Colonnes = string.Join('\n', colonnes.Select(c => $"{c.Code}\t{c.EnTete.Trim()}"));
        Signaler(new ProfilDExportChange(avant, EnClair()));
    }

    private string EnClair() => $"{Nom} : {string.Join(", ", Liste.Select(c => c.EnTete))}";
}

/// <summary>Une colonne du fichier des finances.</summary>
/// <param name="Code">Ce qu'elle contient.</param>
/// <param name="EnTete">Ce que sa première ligne dit.</param>
public sealed record ColonneDExport(string Code, string EnTete);

/// <summary>Le code du débiteur dans le progiciel de finances.</summary>
public sealed class CodeTiers
{
    public const int Longueur = 40;

    private CodeTiers() { }

    public CodeTiers(ProfilDExportId profil, CollectiviteId collectivite, string code) =>
        (Profil, Collectivite, Code) = (profil, collectivite, code);

    public ProfilDExportId Profil { get; private init; }

    public CollectiviteId Collectivite { get; private init; }

    public string Code { get; set; } = "";
}

/// <summary>Un fichier remis aux finances : ce qu'il contenait, et son empreinte.</summary>
public sealed class ExportDeFinances
{
    public const int LongueurDuFiltre = 400;

    private ExportDeFinances() { }

    public ExportDeFinances(
        Guid id,
        int exercice,
        string profil,
        string filtre,
        int nombre,
        MontantTtc total,
        string empreinte,
        DateTimeOffset faitLe,
        string faitPar,
        Guid classeur,
        Guid csv
    )
    {
        (Id, Exercice, Profil, Filtre) = (id, exercice, profil, filtre);
        (Nombre, Total, Empreinte, FaitLe, FaitPar) = (nombre, total, empreinte, faitLe, faitPar);
        (Classeur, Csv) = (classeur, csv);
    }

    public Guid Id { get; private init; }

    public int Exercice { get; private init; }

    public string Profil { get; private init; } = "";

    public string Filtre { get; private init; } = "";

    public int Nombre { get; private init; }

    public MontantTtc Total { get; private init; }

    /// <summary>Le SHA-256 du fichier CSV remis, tel qu'il se télécharge.</summary>
    public string Empreinte { get; private init; } = "";

    public DateTimeOffset FaitLe { get; private init; }

    public string FaitPar { get; private init; } = "";

    /// <summary>La pièce du classeur remis.</summary>
    public Guid Classeur { get; private init; }

    /// <summary>La pièce du fichier CSV remis.</summary>
    public Guid Csv { get; private init; }
}

/// <summary>Un titre d'une remise : remis de nouveau plus tard, il reste dans la liste de celle-ci.</summary>
public sealed class TitreRemis
{
    private TitreRemis() { }

    public TitreRemis(Guid export, AppelDeContributionId appel) => (Export, Appel) = (export, appel);

    public Guid Export { get; private init; }

    public AppelDeContributionId Appel { get; private init; }
}
