using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Conflits;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Contributions.Refacturer;

/// <summary>Le formulaire d'une refacturation : ce qui est tapé, et la version dont on est parti.</summary>
public sealed class SaisieDeRefacturation
{
    private const string TexteDeLExemption =
        "type 2 : CCAS et caisses des écoles des communes adhérentes (convention constitutive)";

    /// <summary>La version lue ; zéro pour une nouvelle.</summary>
    public int Version { get; set; }

    public string? Intitule { get; set; }

    public string? Code { get; set; }

    public string? Type { get; set; }

    public Declencheur Declencheur { get; set; } = Declencheur.Consultation;

    /// <summary>La procédure ou la session choisie ; nulle pour aucune en particulier.</summary>
    public OrigineDeFrais? Origine { get; set; }

    public string? Occurrence { get; set; }

    public CleDePartage Cle { get; set; }

    public Guid? Strates { get; set; }

    public AssietteDePartage Parmi { get; set; }

    public bool Exempter { get; set; }

    public string? Fondement { get; set; }

    public decimal? Tva { get; set; } = 0;

    public string? Nature { get; set; }

    /// <summary>L'imputation lue, dont la nature seule se corrige ici.</summary>
    private Imputation Imputation { get; set; } = Imputation.Vide;

    /// <param name="r">La refacturation.</param>
    /// <param name="origines">Les procédures et les sessions de son groupement.</param>
    public static SaisieDeRefacturation De(Refacturation r, IReadOnlyList<OrigineDeFrais> origines)
    {
        var cle = OrigineDeFrais.De(r.Procedure, r.Session);
        return new SaisieDeRefacturation
        {
            Version = r.Version,
            Intitule = r.Intitule,
            Code = r.Type.Code,
            Type = r.Type.Libelle,
            Declencheur = r.Type.Declencheur,
            Origine = origines.FirstOrDefault(o => o.Cle == cle),
            Occurrence = r.Occurrence,
            Cle = r.Partage,
            Strates = r.Strates,
            Parmi = r.Parmi,
            Exempter = r.Exemptions.Count > 0,
            Fondement = r.Fondement,
            Tva = r.Tva.Pourcentage,
            Nature = r.Imputation.Nature,
            Imputation = r.Imputation,
        };
    }

    /// <summary>Une procédure ou une session donne son occurrence et ce qui la déclenche.</summary>
    public void Choisir(OrigineDeFrais? origine)
    {
        Origine = origine;
        if (origine is not null)
        {
            Occurrence = origine.Occurrence;
            Declencheur = origine.Session is null ? Declencheur.Consultation : Declencheur.Session;
        }
    }

    public DefinitionDeRefacturation EnDefinition() =>
        new()
        {
            Intitule = Intitule ?? "",
            Occurrence = Occurrence ?? "",
            Type = new TypeDeFacturation(Code ?? "", Type ?? "", Declencheur, NatureDeLaDette.Frais),
            Procedure = Origine?.Procedure,
            Session = Origine?.Session,
            Partage = Cle,
            Parmi = Parmi,
            Strates = Strates,
            Fondement = Fondement ?? "",
            Tva = TauxTva.DePourcentage(Math.Clamp(decimal.Round(Tva ?? 0, 2), 0, 100)),
            Imputation = Imputation with { Nature = string.IsNullOrWhiteSpace(Nature) ? null : Nature.Trim() },
            Exemptions = Exempter
                ?
                [
                    new(CategorieDeCollectivite.Ccas, ConditionDExemption.CommuneMembre, TexteDeLExemption),
                    new(CategorieDeCollectivite.CaisseDesEcoles, ConditionDExemption.CommuneMembre, TexteDeLExemption),
                ]
                : [],
        };

    /// <summary>Les champs, tels que deux saisies d'une même refacturation se comparent.</summary>
    /// <param name="grilles">Le nom de chaque grille de strates.</param>
    internal static IReadOnlyList<ChampCompare<SaisieDeRefacturation>> Champs(IReadOnlyDictionary<Guid, string> grilles) =>
        [
            new("Intitulé", s => s.Intitule, (a, b) => a.Intitule = b.Intitule),
            new("Code du type", s => s.Code, (a, b) => a.Code = b.Code),
            new("Nom du type", s => s.Type, (a, b) => a.Type = b.Type),
            new("Déclenchement", s => s.Declencheur.Libelle(), (a, b) => a.Declencheur = b.Declencheur),
            new("Procédure ou session", s => s.Origine?.Libelle, (a, b) => a.Origine = b.Origine),
            new("Occurrence", s => s.Occurrence, (a, b) => a.Occurrence = b.Occurrence),
            new(
                "Partage",
                s =>
                    s is { Cle: CleDePartage.Strates, Strates: { } lignee }
                        ? $"{s.Cle.Libelle()} : {grilles.GetValueOrDefault(lignee, "grille retirée")}"
                        : s.Cle.Libelle(),
                (a, b) => (a.Cle, a.Strates) = (b.Cle, b.Strates)
            ),
            new("Entre", s => s.Parmi.Libelle(), (a, b) => a.Parmi = b.Parmi),
            new("Exemption du type 2", s => s.Exempter ? "oui" : "non", (a, b) => a.Exempter = b.Exempter),
            new("Fondement", s => s.Fondement, (a, b) => a.Fondement = b.Fondement),
            new("TVA", s => Formats.Pourcentage((s.Tva ?? 0) / 100), (a, b) => a.Tva = b.Tva),
            new("Compte par nature", s => s.Nature, (a, b) => a.Nature = b.Nature),
        ];
}
