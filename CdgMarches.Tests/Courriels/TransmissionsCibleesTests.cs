using CdgMarches.App.Courriels;
using CdgMarches.App.Documents;
using CdgMarches.App.Documents.Procedures;
using CdgMarches.App.Socle;
using CdgMarches.Database.Documents;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Courriels;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Documents;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Courriels;

/// <summary>Une transmission part à ceux que son objet concerne, et parmi eux à ceux que l'agent garde.</summary>
public sealed class TransmissionsCibleesTests : IAsyncLifetime
{
    private readonly string _dossier = Directory.CreateTempSubdirectory("cdgmarches-soffice-").FullName;
    private ApplicationEnMarche _app = null!;
    private Echantillons _e = null!;
    private Acteur _agent = null!;
    private Collectivite _tierce = null!;

    public async ValueTask InitializeAsync()
    {
        var soffice = Path.Combine(_dossier, "soffice.sh");
        await File.WriteAllTextAsync(
            soffice,
            "#!/bin/sh\nwhile [ \"$1\" != --outdir ]; do shift; done; { printf '%%PDF-1.7 '; cat \"$3\"; } > \"$2/document.pdf\"\n"
        );
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(soffice, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        _app = await ApplicationEnMarche.DemarrerAsync(b =>
            b.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Documents:LibreOffice"] = soffice })
        );
        _e = await Echantillons.PreparerAsync(_app);
        _agent = (await Le<LireActeur>().ExecuterAsync((await _app.Comptes.AgentAsync(RoleCdg.Gestionnaire)).Id))!;
        _tierce = Groupements.Exemples.UneCommune("Carency");
        var adhesion = Adhesion.Entrer(
            _e.Commun.Id,
            _tierce.Id,
            _e.Commun.Debut,
            new FaitsDEntree(_e.Commun.Etat, _e.Commun.Debut, null, null, [])
        );
        await _app.Base.SemerAsync(_tierce, adhesion);
        await _app.Comptes.MembreAsync(_tierce.Id, nom: "Secrétaire de Carency");
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_dossier, recursive: true);
    }

    [Fact]
    public async Task Le_document_d_un_membre_ne_part_qu_a_lui()
    {
        var document = await DocumentDEssai.GarderAsync(_app, _e.Commun.Id, "Lettre à Carency", collectivite: _tierce.Id);

        Assert.Equal([_tierce.Id], await ConcernesAsync(nameof(DocumentProduit), document));
    }

    [Fact]
    public async Task Le_document_d_un_groupement_part_a_tous_ses_membres()
    {
        var document = await DocumentDEssai.GarderAsync(_app, _e.Commun.Id, "Note aux membres");

        Assert.Equal(2, (await ConcernesAsync(nameof(DocumentProduit), document)).Count);
    }

    [Fact]
    public async Task La_lettre_d_un_tiers_ne_se_transmet_a_aucun_membre()
    {
        var rejet = await DocumentDEssai.GarderAsync(_app, _e.Commun.Id, "Rejet de Papeterie du Nord", LettreDeRejet.Nature);

        var refus = await Assert.ThrowsAsync<RefusException>(() => PreparerAsync(nameof(DocumentProduit), rejet));

        Assert.Contains("adressé à quelqu'un qui n'est pas un membre", refus.Message, StringComparison.Ordinal);
        var lignes = await Le<LireDocumentsProduits>().TousAsync(_agent, new Demande(Taille: 50));
        Assert.True(lignes.Elements.Single(d => d.Id == rejet).EstPourUnTiers);
        Assert.False(lignes.Elements.Single(d => d.Id == _e.Document).EstPourUnTiers);
    }

    [Fact]
    public async Task Ce_qui_est_a_une_collectivite_ne_concerne_qu_elle()
    {
        var (convention, dossier) = (_e.Convention.Id.Valeur, _e.DossierReserve.Id.Valeur);
        Assert.Equal([_e.Autre.Id], await ConcernesAsync(nameof(ConventionDAcces), convention));
        Assert.Equal([_e.Autre.Id], await ConcernesAsync(nameof(DossierDAdhesion), dossier));
        Assert.Equal([_e.Autre.Id], await ConcernesAsync(nameof(DemandeDAssistance), _e.Assistance.Id.Valeur));
        Assert.Equal([_e.Autre.Id], await ConcernesAsync(nameof(LitigeDAcces), _e.Litige.Id.Valeur));
        Assert.Equal([_e.Autre.Id], await ConcernesAsync(nameof(Adhesion), _e.AdhesionReservee.Id.Valeur));
        Assert.Equal([_e.Autre.Id], await ConcernesAsync(nameof(AppelDeContribution), _e.Contributions.Appel.Id.Valeur));
        Assert.Equal([_tierce.Id], await ConcernesAsync(nameof(Collectivite), _tierce.Id.Valeur));
        Assert.Empty(await ConcernesAsync(nameof(Collectivite), Guid.NewGuid()));
    }

    [Fact]
    public async Task Une_campagne_d_appel_concerne_ceux_qu_elle_appelle()
    {
        var campagne = _e.Contributions.Campagne.Id;
        await using (var contexte = await _app.Fabrique.CreateDbContextAsync())
        {
            var appel = await contexte.Appels.SingleAsync(a => a.Id == _e.Contributions.Appel.Id);
            contexte.Entry(appel).Property(a => a.Campagne).CurrentValue = campagne;
            await contexte.SaveChangesAsync();
        }

        Assert.Equal([_e.Autre.Id], await ConcernesAsync(nameof(CampagneDAppel), campagne.Valeur));
    }

    [Fact]
    public async Task Un_agent_limite_n_atteint_pas_par_un_objet_les_membres_d_un_autre_groupement()
    {
        var limite = _agent with { Perimetre = Perimetre.DuCdg(new HashSet<GroupementId> { _e.Commun.Id }) };

        Assert.Empty(await ConcernesAsync(nameof(DossierDAdhesion), _e.DossierReserve.Id.Valeur, limite));
        Assert.Empty(await ConcernesAsync(nameof(DocumentProduit), _e.Document, limite));
        Assert.Empty(await ConcernesAsync(nameof(AppelDeContribution), _e.Contributions.Appel.Id.Valeur, limite));
    }

    [Fact]
    public async Task Un_avenant_un_comite_un_litige_et_un_courrier_ont_chacun_leurs_membres()
    {
        var avenant = AvenantDeConvention.Preparer(_e.Commun.Id, 1, GenreDAvenant.Modification, "Siège", "", "Texte.", null);
        avenant.Soumettre(2, _e.Commun.Debut);
        var convention = ConventionConstitutive.Ouvrir(
            _e.Commun.Id,
            _e.Commun.Coordonnateur,
            new TermesDeConvention("Achats", DureeDeConvention.JusquAuxMarches, null, new Integration(), "Néant.", "Tribunal")
        );
        convention.AjouterPartie(_tierce.Id, _tierce.Nom, "Maire", "Maire");
        convention.Designer(_tierce.Id, "Une personne", null, "Maire", _e.Commun.Debut, estMembre: true);
        var reunion = ReunionDeComite.Prevoir(
            _e.Commun.Id,
            Horloges.Jour,
            new TimeOnly(10, 0),
            "Siège",
            "Bilan",
            [.. convention.Comite]
        );
        var litige = Litige.Declarer(_e.Commun.Id, NatureDeLitige.Titulaire, _tierce.Id, "Titulaire", "Retard", Horloges.Jour);
        var courrier = Courrier.Enregistrer(
            "CR-2026-9100",
            "Demande de Carency",
            ModeDEnvoi.LettreRecommandee,
            [new AdresseDeCourrier("Carency", "1 rue Haute\n62000 Arras")],
            Horloges.Jour,
            new RattachementDeCourrier(nameof(Collectivite), _tierce.Id.Valeur, _e.Commun.Id.Valeur),
            null
        );
        await using (var contexte = await _app.Fabrique.CreateDbContextAsync())
        {
            contexte.AddRange(avenant, ApprobationDAvenant.Attendre(avenant.Id, _tierce.Id), reunion, litige, courrier);
            await contexte.EnregistrerAsync(_agent, _app.Horloge.Instant);
        }

        Assert.Equal([_tierce.Id], await ConcernesAsync(nameof(AvenantDeConvention), avenant.Id.Valeur));
        Assert.Equal([_tierce.Id], await ConcernesAsync(nameof(ReunionDeComite), reunion.Id.Valeur));
        Assert.Equal(2, (await ConcernesAsync(nameof(Litige), litige.Id.Valeur)).Count);
        Assert.Equal([_tierce.Id], await ConcernesAsync(nameof(Courrier), courrier.Id.Valeur));
        var grille = _e.Contributions.Grille.Id.Valeur;
        Assert.Equal(2, (await ConcernesAsync(nameof(Grille), grille)).Count);
    }

    [Fact]
    public async Task Seuls_les_membres_gardes_recoivent_et_l_apercu_ne_parle_d_un_document_que_s_il_y_en_a_un()
    {
        var id = await PreparerAsync(null, null);
        var destinataires = await Le<TransmettreAuxMembres>().DestinatairesAsync(_agent, id);
        Assert.Equal(2, destinataires.Membres);

        var personne = destinataires.Personnes.First(p => p.Collectivite == _tierce.Id);
        var apercu = await Le<TransmettreAuxMembres>().ApercuAsync(_agent, id, personne);
        Assert.Contains("Pour le relire et dire que vous l'avez lu", apercu.Texte, StringComparison.Ordinal);
        Assert.DoesNotContain("document joint", apercu.Texte, StringComparison.Ordinal);

        var version = (await Le<LireTransmissions>().FicheAsync(_agent, id))!.Version;
        await Assert.ThrowsAsync<RegleMetierException>(() =>
            Le<TransmettreAuxMembres>().ExecuterAsync(_agent, id, version, new HashSet<CollectiviteId>())
        );
        await Le<TransmettreAuxMembres>().ExecuterAsync(_agent, id, version, new HashSet<CollectiviteId> { _tierce.Id });

        await using var contexte = await _app.Fabrique.CreateDbContextAsync();
        Assert.Equal(
            [_tierce.Id],
            await contexte.MembresInformes.Where(m => m.Transmission == id).Select(m => m.Collectivite).ToListAsync()
        );
        Assert.Equal(
            _tierce.Id.Valeur,
            await contexte.EnvoisDeCourriel.Where(e => e.ObjetId == id.Valeur).Select(e => e.Collectivite).SingleAsync()
        );
    }

    [Fact]
    public async Task Un_document_produit_part_en_PDF_et_sa_transmission_mene_a_l_objet()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Le programme d'essai est un script.");
        var document = await DocumentDEssai.GarderAsync(_app, _e.Commun.Id, "Lettre à Carency", collectivite: _tierce.Id);
        var (_, piece) = (await Le<LireDocumentsProduits>().UnAsync(_agent, document))!.Value;

        var id = await PreparerAsync(nameof(DocumentProduit), document, piece.Id);

        var fiche = (await Le<LireTransmissions>().FicheAsync(_agent, id))!;
        Assert.Equal("lettre.pdf", fiche.NomDeLaPiece);
        Assert.Equal($"/groupements/{_e.Commun.Id.Valeur}", fiche.AdresseDeLObjet);
    }

    [Fact]
    public async Task Le_groupement_d_une_collectivite_est_propose()
    {
        var preparer = Le<PreparerTransmission>();

        Assert.Equal(_e.Commun.Id, await preparer.GroupementProposeAsync(_agent, nameof(Collectivite), _tierce.Id.Valeur));
        Assert.Equal(
            _e.Reserve.Id,
            await preparer.GroupementProposeAsync(_agent, nameof(CampagneDAppel), _e.Contributions.Campagne.Id.Valeur)
        );
        Assert.Null(await preparer.GroupementProposeAsync(_agent, nameof(Litige), Guid.NewGuid()));
    }

    private T Le<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    private Task<TransmissionId> PreparerAsync(string? type, Guid? objet, Guid? piece = null) =>
        Le<PreparerTransmission>()
            .ExecuterAsync(
                _agent,
                _e.Commun.Id,
                new ContenuDeTransmission(
                    piece is null ? NatureDeTransmission.Information : NatureDeTransmission.Document,
                    "Objet",
                    "Texte",
                    Horloges.Jour,
                    piece,
                    type,
                    objet
                )
            );

    private async Task<List<CollectiviteId>> ConcernesAsync(string type, Guid objet, Acteur? acteur = null)
    {
        var transmission = Transmission.Preparer(
            _e.Commun.Id,
            new ContenuDeTransmission(NatureDeTransmission.Information, "Objet", "Texte", Horloges.Jour, null, type, objet),
            Horloges.Jour.AddDays(2),
            Horloges.Jour,
            null
        );
        await using var contexte = await _app.Fabrique.CreateDbContextAsync();
        return await contexte.MembresConcernesAsync(acteur ?? _agent, transmission, Horloges.Jour, default);
    }
}
