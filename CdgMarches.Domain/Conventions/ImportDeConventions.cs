using CdgMarches.Domain.Conventions.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Conventions;

/// <summary>Ce qu'un fichier a fait d'une convention.</summary>
public enum EffetDImport
{
    Ouverte,
    Datee,
}

/// <summary>Ce que l'annulation d'un import a fait d'une ligne.</summary>
public enum SortDImport
{
    Ecrite,
    Defaite,

    /// <summary>La convention a changé depuis l'import : elle est laissée.</summary>
    Gardee,
}

/// <summary>Un fichier de conventions d'accès appliqué : ce qu'il a écrit, ligne par ligne, pour le montrer et le défaire.</summary>
public sealed class ImportDeConventions : Agregat
{
    public const int LongueurDuNom = 260;

    /// <summary>Le temps pendant lequel un import peut être annulé : le même que pour le référentiel.</summary>
    public static readonly TimeSpan DelaiDAnnulation = Collectivites.ImportDeCollectivites.DelaiDAnnulation;

    private readonly List<LigneDImportDeConventions> _lignes = [];

    private ImportDeConventions() { }

    public ImportDeConventionsId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    public string NomDuFichier { get; private init; } = "";

    /// <summary>SHA-256 du fichier, en hexadécimal.</summary>
    public string Empreinte { get; private init; } = "";

    public string Auteur { get; private init; } = "";

    public DateTimeOffset AppliqueLe { get; private init; }

    public DateTimeOffset? AnnuleLe { get; private set; }

    public int Refusees { get; private init; }

    public IReadOnlyList<LigneDImportDeConventions> Lignes => _lignes;

    public static ImportDeConventions Appliquer(
        string nomDuFichier,
        string empreinte,
        string auteur,
        DateTimeOffset instant,
        int refusees,
        IEnumerable<LigneDImportDeConventions> lignes
    )
    {
        var import = new ImportDeConventions
        {
            Id = ImportDeConventionsId.Nouveau(),
            NomDuFichier = nomDuFichier.Length > LongueurDuNom ? nomDuFichier[^LongueurDuNom..] : nomDuFichier,
            Empreinte = empreinte,
            Auteur = auteur,
            AppliqueLe = instant,
            Refusees = refusees,
        };
        import._lignes.AddRange(lignes);
        import.Signaler(
            new RegistreTenu(
                $"Import de conventions « {import.NomDuFichier} » appliqué : {import.Nombre(EffetDImport.Ouverte).ToString(Francais.Culture)} ouvertes, {import.Nombre(EffetDImport.Datee).ToString(Francais.Culture)} datées, {refusees.ToString(Francais.Culture)} refusées ; empreinte {empreinte}."
            )
        );
        return import;
    }

    public int Nombre(EffetDImport effet) => _lignes.Count(l => l.Effet == effet);

    public Verdict PeutAnnuler(DateTimeOffset instant) => Verdict.De(new ImportAnnulable(AppliqueLe, AnnuleLe, instant));

    /// <summary>Note l'annulation, ligne par ligne : celles que l'on a défaites, celles qui ont changé depuis et restent.</summary>
    /// <param name="defaites">Les numéros des lignes défaites.</param>
    /// <param name="instant">L'instant.</param>
    public void Annuler(IReadOnlySet<int> defaites, DateTimeOffset instant)
    {
        PeutAnnuler(instant).Exiger();
        _lignes.ForEach(l => l.Sort = defaites.Contains(l.Numero) ? SortDImport.Defaite : SortDImport.Gardee);
        AnnuleLe = instant;
        Signaler(
            new RegistreTenu(
                $"Import de conventions « {NomDuFichier} » annulé : {EnClair.Compter(defaites.Count, "ligne défaite")}, {EnClair.Compter(_lignes.Count - defaites.Count, "autre gardée parce qu'elle a changé depuis", "autres gardées parce qu'elles ont changé depuis")}."
            )
        );
    }
}

/// <summary>Une ligne appliquée : la convention qu'elle a ouverte ou datée, et ce qu'il y avait avant.</summary>
public sealed class LigneDImportDeConventions
{
    private LigneDImportDeConventions() { }

    /// <param name="numero">Le numéro de ligne qu'Excel affiche.</param>
    /// <param name="convention">La convention écrite.</param>
    /// <param name="effet">Ouverte, ou seulement datée.</param>
    /// <param name="avant">Les actes d'avant, en JSON ; nuls pour une convention ouverte par la ligne.</param>
    /// <param name="versionEcrite">La version que l'import a laissée : une autre, et l'annulation n'y touche pas.</param>
    public LigneDImportDeConventions(
        int numero,
        ConventionDAccesId convention,
        EffetDImport effet,
        string? avant,
        int versionEcrite
    ) => (Numero, Convention, Effet, Avant, VersionEcrite) = (numero, convention, effet, avant, versionEcrite);

    public int Numero { get; private init; }

    public ConventionDAccesId Convention { get; private init; }

    public EffetDImport Effet { get; private init; }

    public string? Avant { get; private init; }

    public int VersionEcrite { get; private init; }

    public SortDImport Sort { get; internal set; }
}
