using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions.Regles;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using CdgMarches.Domain.Sessions;

namespace CdgMarches.Domain.Contributions;

/// <summary>Des frais engagés pour un groupement, et leur partage entre ses membres.</summary>
/// <remarks>
/// RG6.13, RG6.25 à RG6.27. Seed : adhésion au groupement du CIG Grande Couronne. La somme des parts est toujours le total des
/// frais : les membres exemptés ne portent rien, les autres portent tout. Arrêtée, elle ne change plus ; ses parts s'appellent
/// par une <see cref="CampagneDAppel"/>.
/// </remarks>
public sealed class Refacturation : Agregat
{
    public const int LongueurDeLIntitule = 200;

    private readonly List<LigneDeFrais> _lignes = [];
    private readonly List<Participant> _participants = [];
    private readonly List<Exemption> _exemptions = [];
    private readonly List<PartArretee> _parts = [];

    private Refacturation() { }

    public RefacturationId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    public GroupementId Groupement { get; private init; }

    public int Exercice { get; private init; }

    public TypeDeFacturation Type { get; private set; } = null!;

    public string Intitule { get; private set; } = "";

    /// <summary>La consultation ou la session qui la déclenche ; l'exercice pour des frais de l'année.</summary>
    public string Occurrence { get; private set; } = "";

    /// <summary>La procédure du groupement, quand c'en est une.</summary>
    public ProcedureId? Procedure { get; private set; }

    /// <summary>La session de présentation, quand c'en est une : ses inscrits et ses présents sont ceux du partage.</summary>
    public SessionDePresentationId? Session { get; private set; }

    public CleDePartage Partage { get; private set; }

    public AssietteDePartage Parmi { get; private set; }

    /// <summary>La lignée de la grille des strates, pour un partage par strates.</summary>
    public Guid? Strates { get; private set; }

    public TauxTva Tva { get; private set; }

    public Imputation Imputation { get; private set; } = Imputation.Vide;

    public string Fondement { get; private set; } = "";

    /// <summary>Le jour où les frais ont été arrêtés ; nul tant qu'ils peuvent changer.</summary>
    public DateOnly? ArreteeLe { get; private set; }

    public IReadOnlyList<LigneDeFrais> Lignes => _lignes;

    public IReadOnlyList<Participant> Participants => _participants;

    public IReadOnlyList<Exemption> Exemptions => _exemptions;

    /// <summary>Les parts telles qu'elles étaient le jour de l'arrêté : ce sont elles que l'on appelle.</summary>
    public IReadOnlyList<PartArretee> Parts => _parts;

    /// <summary>Arrêtée avant que l'application ne garde les parts : elles se recalculent, et peuvent différer de ce qui a été appelé.</summary>
    public bool PartsRecalculees => ArreteeLe is not null && _parts.Count == 0;

    public MontantHt Total => MontantHt.Somme(_lignes.Select(l => l.Montant));

    /// <param name="d">Ce qu'on écrit.</param>
    /// <param name="regime">Ce que la convention permet de faire payer.</param>
    /// <param name="autre">La refacturation du même groupement qui a déjà cet exercice, ce type et cette occurrence.</param>
    /// <param name="stratesDuGroupement">La grille des strates choisie est une grille adoptée de ce groupement.</param>
    public static Verdict PeutEcrire(
        DefinitionDeRefacturation d,
        RegimeFinancier? regime,
        string? autre = null,
        bool stratesDuGroupement = true
    ) =>
        Verdict.De(
            new TexteDeGrilleRenseigne("L'intitulé", d.Intitule, LongueurDeLIntitule, "intitule"),
            new TexteDeGrilleRenseigne("L'occurrence", d.Occurrence, CampagneDAppel.LongueurDeLOccurrence, "occurrence"),
            new TexteDeGrilleRenseigne("Le code du type", d.Type.Code, TypeDeFacturation.LongueurDuCode, "type-code"),
            new TexteDeGrilleRenseigne("Le nom du type", d.Type.Libelle, TypeDeFacturation.LongueurDuLibelle, "type-libelle"),
            new TexteDeGrilleRenseigne("Le fondement", d.Fondement, Grille.LongueurDuTexte, "fondement"),
            new OccurrencePasEncoreRefacturee(d.Occurrence, autre),
            new FraisDeProcedureToujoursDus(d.Type, d.Exemptions.Count),
            new GrilleDesStratesChoisie(d.Partage, d.Strates),
            new StratesDuGroupement(stratesDuGroupement || d.Partage is not CleDePartage.Strates || d.Strates is null),
            new MissionPayeeOuFraisNommes(d.Type.Nature, d.Type.Code, regime?.MissionRemuneree ?? true, regime?.Frais ?? [])
        );

    public static Refacturation Creer(
        GroupementId groupement,
        int exercice,
        DefinitionDeRefacturation definition,
        RegimeFinancier? regime,
        string? autre = null,
        bool stratesDuGroupement = true
    )
    {
        Verdict.De(new AnneeDExercicePlausible(exercice)).Et(PeutEcrire(definition, regime, autre, stratesDuGroupement)).Exiger();
        var refacturation = new Refacturation
        {
            Id = RefacturationId.Nouveau(),
            Groupement = groupement,
            Exercice = exercice,
        };
        refacturation.Prendre(definition);
        refacturation.Signaler(new RefacturationCreee(refacturation.Intitule));
        return refacturation;
    }

    public Verdict PeutModifier() => Verdict.De(new RefacturationOuverte(ArreteeLe));

    public void Modifier(
        DefinitionDeRefacturation definition,
        RegimeFinancier? regime,
        string? autre,
        bool stratesDuGroupement = true
    )
    {
        PeutModifier().Et(PeutEcrire(definition, regime, autre, stratesDuGroupement)).Exiger();
        Prendre(definition);
        Signaler(new RefacturationModifiee(Intitule));
    }

    /// <summary>Une refacturation ouverte par erreur disparaît avec ses lignes ; arrêtée, elle reste.</summary>
    public void Supprimer()
    {
        PeutModifier().Exiger();
        Signaler(new RefacturationSupprimee(Intitule));
    }

    public Verdict PeutAjouter(SaisieDeFrais ligne) =>
        PeutModifier()
            .Et(
                Verdict.De(
                    new TexteDeGrilleRenseigne("Le fournisseur", ligne.Fournisseur, LigneDeFrais.LongueurDuTexte, "fournisseur"),
                    new TexteDAppelBorne("La facture", ligne.Facture, LigneDeFrais.LongueurDuTexte, "facture"),
                    new MontantDeFraisPositif(ligne.Montant)
                )
            );

    /// <returns>Le rang de la ligne.</returns>
    public int Ajouter(SaisieDeFrais ligne)
    {
        PeutAjouter(ligne).Exiger();
        var rang = _lignes.Count == 0 ? 1 : _lignes.Max(l => l.Rang) + 1;
        _lignes.Add(new LigneDeFrais(rang, ligne));
        Signaler(new FraisAjoutes(ligne.Fournisseur, ligne.Montant));
        return rang;
    }

    public void Retirer(int rang)
    {
        PeutModifier().Exiger();
        if (_lignes.Find(l => l.Rang == rang) is { } ligne)
        {
            _lignes.Remove(ligne);
            Signaler(new FraisRetires(ligne.Fournisseur, ligne.Montant));
        }
    }

    /// <summary>Remplace la liste de ceux qui s'étaient inscrits et de ceux qui sont venus.</summary>
    public void NoterParticipants(IEnumerable<(CollectiviteId Collectivite, bool Present)> participants)
    {
        PeutModifier().Exiger();
        List<Participant> nouveaux = [.. participants.Select(p => new Participant(p.Collectivite, p.Present))];
        _participants.Clear();
        _participants.AddRange(nouveaux);
        Signaler(new ParticipantsNotes(nouveaux.Count, nouveaux.Count(p => p.Present)));
    }

    /// <param name="parts">Les parts du jour ; celle d'un membre sans poids fausserait celle des autres.</param>
    public Verdict PeutArreter(IReadOnlyList<PartDeFrais> parts) =>
        PeutModifier()
            .Et(
                Verdict.De(
                    new DesFraisAPartager(_lignes.Count),
                    new DesMembresAuPartage(parts.Count(p => p.Poids > 0)),
                    new PoidsTousConnus(parts.Count(p => p.SansPoids))
                )
            );

    /// <summary>Les frais et leurs parts ne changent plus, quoi qu'il arrive ensuite aux membres et à leurs chiffres.</summary>
    /// <inheritdoc cref="PeutArreter"/>
    public void Arreter(DateOnly jour, IReadOnlyList<PartDeFrais> parts)
    {
        PeutArreter(parts).Exiger();
        ArreteeLe = jour;
        _parts.AddRange(parts.Select(p => new PartArretee(p)));
        Signaler(new RefacturationArretee(jour, Total));
    }

    /// <summary>Partage le total entre les membres, au plus fort reste ; les exemptés portent zéro.</summary>
    /// <param name="membres">Les membres en vigueur, dans un ordre fixe (par SIREN).</param>
    /// <returns>Une part par membre retenu ; toutes nulles si personne n'a de poids.</returns>
    public IReadOnlyList<PartDeFrais> Partager(IReadOnlyList<MembreAuPartage> membres)
    {
        List<MembreAuPartage> retenus = [.. membres.Where(m => EstRetenu(m.Collectivite))];
        List<(MembreAuPartage Membre, Exemption? Exemption)> examines =
        [
            .. retenus.Select(m => (m, _exemptions.Find(e => e.Profite(m.Categorie, m.CommuneMembre)))),
        ];
        List<long> poids = [.. examines.Select(e => e.Exemption is null ? e.Membre.Poids ?? 0 : 0)];
        var somme = poids.Sum();
        IReadOnlyList<MontantHt> parts = somme == 0 ? [.. poids.Select(_ => MontantHt.Zero)] : Repartition.Repartir(Total, poids);
        return [.. examines.Select((e, i) => Part(e.Membre, e.Exemption, poids[i], somme, parts[i]))];
    }

    private PartDeFrais Part(MembreAuPartage membre, Exemption? exemption, long poids, long somme, MontantHt part) =>
        new(
            membre,
            poids,
            part,
            exemption?.Fondement,
            exemption is not null ? $"Rien n'est dû : exemption {exemption.Fondement}."
                : membre.Poids is null ? $"Il manque {Partage.Donnee()}."
                : FicheDeCalcul.Part(Intitule, Total, poids, somme, Partage, part)
        );

    private bool EstRetenu(CollectiviteId collectivite) =>
        Parmi switch
        {
            AssietteDePartage.TousLesMembres => true,
            AssietteDePartage.Inscrits => _participants.Exists(p => p.Collectivite == collectivite),
            AssietteDePartage.Presents => _participants.Exists(p => p.Collectivite == collectivite && p.Present),
        };

    private void Prendre(DefinitionDeRefacturation d)
    {
        (Intitule, Occurrence, Fondement) = (d.Intitule.Trim(), d.Occurrence.Trim(), d.Fondement.Trim());
        Type = d.Type with { Code = d.Type.Code.Trim().ToUpperInvariant(), Libelle = d.Type.Libelle.Trim() };
        (Procedure, Session, Partage, Parmi, Strates) = (
            d.Procedure,
            d.Session,
            d.Partage,
            d.Parmi,
            d.Partage is CleDePartage.Strates ? d.Strates : null
        );
        (Tva, Imputation) = (d.Tva, d.Imputation);
        List<Exemption> exemptions = [.. d.Exemptions.Select(e => new Exemption(e.Categorie, e.Condition, e.Fondement))];
        _exemptions.Clear();
        _exemptions.AddRange(exemptions);
    }
}
