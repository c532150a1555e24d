using CdgMarches.Domain.Collectivites.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Collectivites;

/// <summary>Une collectivité, un établissement ou un organisme du référentiel du CDG.</summary>
/// <remarks>
/// RG9.05. Elle ne s'efface jamais : elle s'archive, est remplacée par une autre à une date (commune nouvelle) ou fusionnée
/// dans sa vraie fiche quand c'était un doublon ; son histoire reste.
/// </remarks>
public sealed partial class Collectivite : Agregat
{
    private Collectivite() { }

    public CollectiviteId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    public string Nom { get; private set; } = "";

    /// <summary>Le nom que les tableaux emploient.</summary>
    public string NomCourt { get; private set; } = "";

    /// <summary>Le nom replié, pour trier (<see cref="Noyau.CleDeTri"/>).</summary>
    public string CleDeTri { get; private set; } = "";

    /// <summary>Nom, nom court, numéros et ville repliés : ce que la recherche parcourt.</summary>
    public string CleDeRecherche { get; private set; } = "";

    public GrammaireDuNom Grammaire { get; private set; } = null!;

    /// <summary>Vrai quand un agent a corrigé les tournures : un changement de nom ne les reprend plus.</summary>
    public bool GrammaireCorrigee { get; private set; }

    public CategorieDeCollectivite Categorie { get; private set; }

    /// <summary>La catégorie juridique de l'INSEE, quatre chiffres (RG9.04).</summary>
    public string CategorieJuridique { get; private set; } = "";

    public Siren? Siren { get; private set; }

    public Siret? Siret { get; private set; }

    public CodeInsee? CodeInsee { get; private set; }

    public string? Departement { get; private set; }

    /// <summary>La collectivité a sa propre commission d'appel d'offres (RG1.15).</summary>
    public bool DisposeCao { get; private set; }

    public Adresse Siege { get; private set; } = Adresse.Vide;

    public Adresse Postale { get; private set; } = Adresse.Vide;

    public string? Courriel { get; private set; }

    public string? Telephone { get; private set; }

    public ParametresChorus Chorus { get; private set; } = ParametresChorus.Aucun;

    /// <summary>Le choix d'un agent pour un CCAS ou une caisse des écoles ; <see cref="PartageLAccesDeSaCommune"/> dit son effet.</summary>
    public bool UtiliseLAccesDeSaCommune { get; private set; } = true;

    public string? Comptable { get; private set; }

    public string? Notes { get; private set; }

    /// <summary>La commune d'un CCAS ou d'une caisse des écoles, l'EPCI d'une commune ou d'un CIAS.</summary>
    public CollectiviteId? Parent { get; private set; }

    /// <summary>Le compte de l'agent du CDG qui suit la fiche, et celui de son suppléant.</summary>
    public Guid? Responsable { get; private set; }

    public Guid? Suppleant { get; private set; }

    public DateTimeOffset? ArchiveLe { get; private set; }

    /// <summary>La collectivité qui lui succède (commune nouvelle), à compter de <see cref="RemplaceeLe"/>.</summary>
    public CollectiviteId? Successeur { get; private set; }

    public DateOnly? RemplaceeLe { get; private set; }

    /// <summary>La vraie fiche de cette collectivité, quand celle-ci n'en était qu'un doublon.</summary>
    public CollectiviteId? FusionneeDans { get; private set; }

    public bool EstArchivee => ArchiveLe is not null;

    /// <summary>L'adresse où le courrier part.</summary>
    public Adresse AdresseDuCourrier => Postale.Sinon(Siege);

    public Categorie Regime => Collectivites.Categorie.De(Categorie);

    /// <summary>Se sert de l'accès de sa commune au lieu d'en avoir un : ce que les grilles et les refacturations regardent.</summary>
    /// <remarks>RG6.02, lecture 5, et RG6.27 : CCAS et caisses des écoles seulement ; un CIAS n'est pas nommé.</remarks>
    public bool PartageLAccesDeSaCommune => UtiliseLAccesDeSaCommune && Regime.PeutUtiliserLAccesDeSaCommune;

    public bool CollectiviteOuEpl => Regime.CollectiviteOuEpl;

    public bool EstEsms => Regime.EstEsms;

    public bool EstOph => Regime.EstOph;

    /// <param name="identite">Ce que l'agent a saisi ou que le catalogue a donné.</param>
    /// <param name="origine">D'où vient la fiche, pour son histoire : « saisie », « catalogue national », « import ».</param>
    /// <exception cref="RegleMetierException">Une valeur n'est pas acceptable.</exception>
    public static Collectivite Creer(IdentiteDeCollectivite identite, string origine = "saisie")
    {
        identite.Examiner().Exiger();
        var collectivite = new Collectivite { Id = CollectiviteId.Nouveau() };
        collectivite.Prendre(identite.Normaliser());
        collectivite.Signaler(new CollectiviteCreee(collectivite.Id, collectivite.Nom, origine));
        return collectivite;
    }

    public Verdict PeutModifier() => Verdict.De(new FicheNonArchivee(EstArchivee));

    /// <summary>Remplace l'identité ; l'histoire garde chaque champ changé, avant et après.</summary>
    /// <returns>Faux quand rien ne changeait.</returns>
    public bool Modifier(IdentiteDeCollectivite identite)
    {
        PeutModifier().Et(identite.Examiner(Identite)).Exiger();
        var avant = ChampsDIdentite.Lire(this);
        Prendre(identite.Normaliser());
        var apres = ChampsDIdentite.Lire(this);
        var change = false;
        foreach (var ((champ, ancien), (_, nouveau)) in avant.Zip(apres))
        {
            if (ancien != nouveau)
            {
                change = true;
                Signaler(new ChampModifie(Id, champ, ancien, nouveau));
            }
        }

        return change;
    }

    /// <summary>L'identité telle qu'un agent la reprendrait pour la corriger.</summary>
    public IdentiteDeCollectivite Identite =>
        new()
        {
            Nom = Nom,
            NomCourt = NomCourt,
            Grammaire = GrammaireCorrigee ? Grammaire : null,
            Categorie = Categorie,
            CategorieJuridique = CategorieJuridique,
            Siren = Siren,
            Siret = Siret,
            CodeInsee = CodeInsee,
            Departement = Departement,
            DisposeCao = DisposeCao,
            Siege = Siege,
            Postale = Postale,
            Courriel = Courriel,
            Telephone = Telephone,
            Chorus = Chorus,
            UtiliseLAccesDeSaCommune = UtiliseLAccesDeSaCommune,
            Comptable = Comptable,
            Notes = Notes,
        };

    public Verdict PeutRattacher(CollectiviteId? parent, CategorieDeCollectivite? categorieDuParent) =>
        PeutModifier()
            .Et(Verdict.De(new AutreQueSoi("parent", Id, parent), new ParentDeLaBonneCategorie(Categorie, categorieDuParent)));

    /// <summary>Rattache à la commune ou à l'EPCI dont elle relève, ou la détache.</summary>
    /// <param name="parent">Null pour détacher.</param>
    /// <param name="categorieDuParent">Ce qu'est le parent.</param>
    /// <param name="nomDuParent">Son nom, pour l'histoire.</param>
    public void Rattacher(CollectiviteId? parent, CategorieDeCollectivite? categorieDuParent, string? nomDuParent)
    {
        PeutRattacher(parent, categorieDuParent).Exiger();
        if (Parent != parent)
        {
            Parent = parent;
            Signaler(new ChampModifie(Id, "collectivité de rattachement", null, nomDuParent ?? "aucune"));
        }
    }

    /// <summary>Confie la fiche à un agent du CDG et à son suppléant.</summary>
    public void Confier(Guid? responsable, Guid? suppleant, string nomDuResponsable, string nomDuSuppleant)
    {
        PeutModifier().Exiger();
        if ((Responsable, Suppleant) != (responsable, suppleant))
        {
            (Responsable, Suppleant) = (responsable, suppleant);
            Signaler(new ChampModifie(Id, "suivi au CDG", null, $"{nomDuResponsable} ; suppléant : {nomDuSuppleant}"));
        }
    }

    public Verdict PeutArchiver(string? motif) => Verdict.De(new FicheNonArchivee(EstArchivee), new MotifDonne(motif));

    public void Archiver(DateTimeOffset instant, string? motif)
    {
        PeutArchiver(motif).Exiger();
        ArchiveLe = instant;
        Signaler(new CollectiviteArchivee(Id, motif));
    }

    public Verdict PeutRetablir() => Verdict.De(new FicheNonFusionnee(FusionneeDans is not null));

    public void Retablir()
    {
        PeutRetablir().Exiger();
        ArchiveLe = null;
        Signaler(new CollectiviteRetablie(Id));
    }

    public Verdict PeutRemplacer(CollectiviteId successeur, DateOnly aCompterDu, string? motif) =>
        PeutModifier()
            .Et(
                Verdict.De(
                    new AutreQueSoi("successeur", Id, successeur),
                    new DatePlausible("remplacee-le", "La date du remplacement", aCompterDu),
                    new MotifDonne(motif)
                )
            );

    /// <summary>Une autre collectivité lui succède à une date ; les histoires des deux restent séparées.</summary>
    public void RemplacerPar(CollectiviteId successeur, string nomDuSuccesseur, DateOnly aCompterDu, string? motif)
    {
        PeutRemplacer(successeur, aCompterDu, motif).Exiger();
        (Successeur, RemplaceeLe) = (successeur, aCompterDu);
        Signaler(new CollectiviteRemplacee(Id, nomDuSuccesseur, aCompterDu, motif));
    }

    /// <summary>Annule un remplacement enregistré par erreur.</summary>
    public void AnnulerRemplacement(string? motif)
    {
        PeutModifier().Et(Verdict.De(new MotifDonne(motif))).Exiger();
        (Successeur, RemplaceeLe) = (null, null);
        Signaler(new CollectiviteRemplacee(Id, null, null, motif));
    }

    /// <summary>Vrai si elle existe encore ce jour-là : ni archivée, ni remplacée.</summary>
    public bool Existe(DateOnly jour) => !EstArchivee && (RemplaceeLe is null || jour < RemplaceeLe);

    private void Prendre(IdentiteDeCollectivite i)
    {
        (Nom, NomCourt, Categorie, CategorieJuridique) = (i.Nom, i.NomCourt!, i.Categorie, i.CategorieJuridique!);
        (Siren, Siret, CodeInsee, Departement) = (i.Siren, i.Siret, i.CodeInsee, i.Departement);
        (Siege, Postale, Courriel, Telephone) = (i.Siege, i.Postale, i.Courriel, i.Telephone);
        (DisposeCao, Chorus, Comptable, Notes) = (i.DisposeCao!.Value, i.Chorus, i.Comptable, i.Notes);
        UtiliseLAccesDeSaCommune = i.UtiliseLAccesDeSaCommune;
        var proposee = GrammaireDuNom.Proposer(Categorie, Nom);
        GrammaireCorrigee = i.Grammaire is not null && i.Grammaire != proposee;
        Grammaire = GrammaireCorrigee ? i.Grammaire! : proposee;
        CleDeTri = Noyau.CleDeTri.De(Nom);
        CleDeRecherche = Noyau.CleDeTri.De(
            string.Join(
                ' ',
                new[]
                {
                    Nom,
                    NomCourt,
                    Siret?.Valeur ?? Siren?.Valeur,
                    CodeInsee?.Valeur,
                    Siege.CodePostal,
                    Siege.Ville,
                }.Distinct()
            )
        );
    }
}
