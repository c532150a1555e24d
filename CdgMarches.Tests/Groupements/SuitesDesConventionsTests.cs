using CdgMarches.App.Accueil;
using CdgMarches.App.Groupements;
using CdgMarches.App.Groupements.Adhesions;
using CdgMarches.App.Groupements.Avenants;
using CdgMarches.App.Groupements.Constitution;
using CdgMarches.App.Groupements.Retraits;
using CdgMarches.App.Groupements.Vie;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures.Regles;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using EtatDePiece = CdgMarches.Domain.Groupements.EtatDePiece;

namespace CdgMarches.Tests.Groupements;

/// <summary>Ce qu'une convention empêche, ce qu'elle demande à chacun et ce qu'elle laisse à traiter, sur une vraie base.</summary>
public sealed class SuitesDesConventionsTests : EssaiDeConvention
{
    [Fact]
    public async Task Une_procedure_ne_se_lance_pas_tant_que_la_convention_n_est_pas_en_vigueur()
    {
        await Banc.OuvrirLaConventionAsync();
        var id = await ProcedurePreteAsync();

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() => LancerAsync(id));

        var obstacle = Assert.IsType<ConventionEnVigueurAuLancement>(Assert.Single(refus.Obstacles));
        Assert.Contains("la signature d'Arras", obstacle.Message, StringComparison.Ordinal);
        await Banc.SignerPartoutAsync();
        await LancerAsync(id);
    }

    [Fact]
    public async Task Enregistrer_une_entree_ou_une_sortie_passee_sans_dossier_demande_un_motif()
    {
        var admettre = Banc.Le<AdmettreMembres>();
        var entree = await Assert.ThrowsAsync<RegleMetierException>(() =>
            admettre.ExecuterAsync(Agent, Banc.Groupement, Banc.Calais.Id, Jour.AddDays(-9), [], annulation: Annulation)
        );
        Assert.True(entree.MotifAttendu);
        await admettre.ExecuterAsync(Agent, Banc.Groupement, Banc.Calais.Id, Jour.AddDays(-9), [], "Reprise de 2024", Annulation);

        var calais = await Banc.AdhesionDeAsync(Banc.Calais);
        var fixer = Banc.Le<FixerSortie>();
        var sortie = await Assert.ThrowsAsync<RegleMetierException>(() =>
            fixer.ExecuterAsync(Agent, calais.Id, calais.Version, Jour.AddDays(-1), null, Annulation)
        );
        Assert.True(sortie.MotifAttendu);
        await fixer.ExecuterAsync(Agent, calais.Id, calais.Version, Jour.AddDays(-1), "Erreur de saisie", Annulation);

        await using var contexte = await Banc.OuvrirAsync();
        var lignes = await contexte
            .Journal.Where(l => l.ObjetId == Banc.Groupement.Valeur && l.Collectivite == Banc.Calais.Id.Valeur)
            .OrderBy(l => l.Id)
            .Select(l => l.Motif)
            .ToListAsync(Annulation);
        Assert.Equal(["Reprise de 2024", "Erreur de saisie"], lignes);
    }

    [Fact]
    public async Task Tous_les_membres_sont_parties_quel_que_soit_leur_nombre_et_se_lisent_page_par_page()
    {
        var communes = Enumerable.Range(1, 40).Select(i => Exemples.UneCommune($"Commune {i:D2}")).ToList();
        await Banc.Socle.Base.SemerAsync([.. communes]);
        await Banc.Le<AdmettreMembres>()
            .ExecuterAsync(Agent, Banc.Groupement, [.. communes.Select(c => c.Id)], Jour.AddDays(-1), [], "Reprise", Annulation);

        await Banc.OuvrirLaConventionAsync();

        var lire = Banc.Le<LireConvention>();
        var fiche = (await lire.ExecuterAsync(Agent, Banc.Groupement, Annulation))!;
        Assert.Equal((43, 0), (fiche.Parties, fiche.Responsables.Count));
        Assert.Contains("33 autres signatures", fiche.Vigueur.Manquent);
        var premiere = await lire.PartiesAsync(Agent, Banc.Groupement, new Demande(), Annulation);
        var seconde = await lire.PartiesAsync(Agent, Banc.Groupement, new Demande(Page: 2), Annulation);
        Assert.Equal((43, 25, 18), (premiere.Total, premiere.Elements.Count, seconde.Elements.Count));
        Assert.Equal("Centre de gestion", premiere.Elements[0].Nom);
        var signees = new Demande(Filtres: new Dictionary<string, string> { ["signature"] = LireConvention.Signees });
        Assert.Equal(0, (await lire.PartiesAsync(Agent, Banc.Groupement, signees, Annulation)).Total);
        Assert.Equal(0, (await lire.PartiesAsync(BancDesGroupements.Limite(), Banc.Groupement, new Demande(), Annulation)).Total);
    }

    [Fact]
    public async Task Un_texte_revise_est_renvoye_a_ceux_qui_l_ont_deja()
    {
        var conduire = Banc.Le<ConduireAvenant>();
        var id = await Banc.Le<PreparerAvenant>()
            .ExecuterAsync(
                Agent,
                Banc.Groupement,
                new NouvelAvenant(GenreDAvenant.Modification, "Durée", "Un an.", "Deux ans.", null, null),
                Annulation
            );
        await conduire.ReviserAsync(Agent, id, await VersionAsync(), "Trois ans.", Annulation);
        Assert.Equal(0, await PreuvesAsync());
        await conduire.SoumettreAsync(Agent, id, await VersionAsync(), Annulation);
        await conduire.ReviserAsync(Agent, id, await VersionAsync(), "Quatre ans.", Annulation);
        await conduire.ReviserAsync(Agent, id, await VersionAsync(), "Quatre ans.  ", Annulation);

        Assert.Equal(6, await PreuvesAsync());

        async Task<int> VersionAsync()
        {
            await using var contexte = await Banc.OuvrirAsync();
            return await contexte.AvenantsDeConvention.Where(a => a.Id == id).Select(a => a.Version).SingleAsync(Annulation);
        }

        async Task<int> PreuvesAsync()
        {
            await using var contexte = await Banc.OuvrirAsync();
            return await contexte.PreuvesDInformation.CountAsync(p => p.ObjetId == id.Valeur, Annulation);
        }
    }

    [Fact]
    public async Task Qui_sort_n_approuve_plus_qui_entre_est_consulte_et_une_entree_veut_l_accord_de_chacun()
    {
        var fiche = await Banc.FicheAsync();
        await Banc.Le<FixerRegles>()
            .ExecuterAsync(
                Agent,
                fiche.Id,
                fiche.Version,
                fiche.Regles with
                {
                    ModificationUnanime = false,
                },
                annulation: Annulation
            );
        var modification = await SoumettreAsync(GenreDAvenant.Modification, null);
        var adhesion = await SoumettreAsync(GenreDAvenant.Adhesion, Banc.Calais.Id);
        Assert.Equal((3, 2), await DecompteAsync(modification));
        Assert.Equal((3, 3), await DecompteAsync(adhesion));

        var bethune = await Banc.AdhesionDeAsync(Banc.Bethune);
        await Banc.Le<FixerSortie>().ExecuterAsync(Agent, bethune.Id, bethune.Version, Jour.AddDays(-1), "Reprise", Annulation);
        Assert.Equal((2, 2), await DecompteAsync(adhesion));

        await Banc.Le<AdmettreMembres>()
            .ExecuterAsync(Agent, Banc.Groupement, Banc.Calais.Id, Jour.AddDays(-1), [], "Reprise", Annulation);
        Assert.Equal((3, 2), await DecompteAsync(modification));

        async Task<AvenantDeConventionId> SoumettreAsync(GenreDAvenant genre, CollectiviteId? collectivite)
        {
            var id = await Banc.Le<PreparerAvenant>()
                .ExecuterAsync(
                    Agent,
                    Banc.Groupement,
                    new NouvelAvenant(genre, "Objet", "", $"Texte {genre}.", collectivite, null),
                    Annulation
                );
            var version = (await Banc.Le<LireAvenants>().FicheAsync(Agent, Banc.Groupement, id, Annulation))!.Avenant.Version;
            await Banc.Le<ConduireAvenant>().SoumettreAsync(Agent, id, version, Annulation);
            return id;
        }

        async Task<(int Membres, int Requis)> DecompteAsync(AvenantDeConventionId id)
        {
            var decompte = (await Banc.Le<LireAvenants>().FicheAsync(Agent, Banc.Groupement, id, Annulation))!.Decompte;
            return (decompte.Membres, decompte.Requis);
        }
    }

    [Fact]
    public async Task Un_membre_demande_a_rejoindre_un_groupement_ouvert_pour_sa_collectivite_seule()
    {
        var demander = Banc.Le<DemanderDeSonEspace>();
        var calais = Agents.Membre(Banc.Calais.Id);
        Assert.Equal(Banc.Groupement, Assert.Single(await demander.LireAsync(calais, Banc.Calais.Id, Annulation)).Id);
        Assert.Empty(await demander.LireAsync(Agents.Membre(Banc.Arras.Id), Banc.Arras.Id, Annulation));

        var bilan = await demander.ExecuterAsync(calais, Banc.Groupement, Banc.Calais.Id, [Banc.Actes], Annulation);

        Assert.Equal("", bilan.PhraseDuChoix);
        var id = bilan.Ouverts[0];
        var dossier = (await Banc.Le<LireDossier>().ExecuterAsync(calais, id, annulation: Annulation))!.Dossier;
        Assert.Equal((OrigineDAdhesion.Demande, EtatDAdhesion.EnCours, 1), (dossier.Origine, dossier.Etat, dossier.Choix.Count));
        Assert.Empty(await demander.LireAsync(calais, Banc.Calais.Id, Annulation));
        var deux = await Assert.ThrowsAsync<RegleMetierException>(() =>
            demander.ExecuterAsync(calais, Banc.Groupement, Banc.Calais.Id, [Banc.Actes], Annulation)
        );
        Assert.IsType<UnSeulDossierOuvert>(Assert.Single(deux.Obstacles));
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            demander.ExecuterAsync(calais, Banc.Groupement, Banc.Arras.Id, [], Annulation)
        );
    }

    [Fact]
    public async Task L_accueil_compte_avenants_retraits_litiges_et_adhesions_du_perimetre()
    {
        await Banc.Le<PreparerAvenant>()
            .ExecuterAsync(
                Agent,
                Banc.Groupement,
                new NouvelAvenant(GenreDAvenant.Modification, "Durée", "", "Deux ans.", null, null),
                Annulation
            );
        var retrait = await AnnoncerAsync(Banc.Arras);
        await ConduireAsync(retrait, new ChangementDeRetrait.Information(Jour, Exemples.Recepisse));
        await Banc.Le<DeclarerLitige>()
            .ExecuterAsync(
                Agents.Membre(Banc.Bethune.Id),
                Banc.Groupement,
                NatureDeLitige.Titulaire,
                Banc.Bethune.Id,
                "Titulaire",
                "Retard.",
                annulation: Annulation
            );
        Aller(new DateOnly(Jour.Year + 1, 1, 2));

        var cartes = await CartesAsync(Agent);
        Assert.Equal((1, 0), cartes["Avenants à conduire"]);
        Assert.Equal((1, 1), cartes["Retraits à conduire"]);
        Assert.Equal((1, 0), cartes["Litiges ouverts"]);
        Assert.Empty(await CartesAsync(BancDesGroupements.Limite(GroupementId.Nouveau())));

        async Task<Dictionary<string, (int Nombre, int EnRetard)>> CartesAsync(Acteur acteur)
        {
            List<CarteATraiter> lues = [];
            foreach (var source in Banc.Le<IEnumerable<ISourceATraiter>>().OfType<DossiersATraiter>())
            {
                lues.AddRange(await source.ExecuterAsync(acteur, Annulation));
            }

            return lues.ToDictionary(c => c.Titre, c => (c.Nombre, c.EnRetard));
        }
    }

    [Fact]
    public async Task Un_membre_lit_les_litiges_de_ses_groupements_et_de_nul_autre()
    {
        var lire = Banc.Le<LireLitigesDuMembre>();
        await Banc.Le<DeclarerLitige>()
            .ExecuterAsync(
                Agents.Membre(Banc.Arras.Id),
                Banc.Groupement,
                NatureDeLitige.Titulaire,
                Banc.Arras.Id,
                "Numérique du Nord",
                "Retard.",
                annulation: Annulation
            );

        var bethune = Agents.Membre(Banc.Bethune.Id);
        var lu = Assert.Single((await lire.ExecuterAsync(bethune, new Demande(), Annulation)).Elements);
        Assert.Equal(("Arras", "déclaré"), (lu.Declarant, lu.Etat));
        Assert.Equal(Banc.Groupement, Assert.Single(await lire.AppartenancesAsync(bethune, Annulation)).Groupement);
        var calais = Agents.Membre(Banc.Calais.Id);
        Assert.Empty((await lire.ExecuterAsync(calais, new Demande(), Annulation)).Elements);
        Assert.Empty(await lire.AppartenancesAsync(calais, Annulation));
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            Banc.Le<DeclarerLitige>()
                .ExecuterAsync(
                    calais,
                    Banc.Groupement,
                    NatureDeLitige.Titulaire,
                    Banc.Arras.Id,
                    "Titulaire",
                    "Au nom d'un autre.",
                    annulation: Annulation
                )
        );
    }

    [Fact]
    public async Task Un_depot_qui_s_interrompt_ne_laisse_rien_et_le_dossier_attend_toujours_la_piece()
    {
        var bilan = await Banc.Le<OuvrirDossiers>()
            .ExecuterAsync(
                Agent,
                new DossiersAOuvrir(Banc.Groupement, [Banc.Calais.Id], OrigineDAdhesion.Invitation, null, [], Prevenir: false),
                Annulation
            );
        var id = Assert.Single(bilan.Ouverts);
        var calais = Agents.Membre(Banc.Calais.Id);
        var dossier = (await Banc.Le<LireDossier>().ExecuterAsync(calais, id, annulation: Annulation))!.Dossier;
        var piece = dossier.Pieces.Single(p => p.Nature is NatureDePiece.Deliberation);

        await Assert.ThrowsAsync<IOException>(() =>
            Banc.Le<DeposerPiece>()
                .ExecuterAsync(calais, id, dossier.Version, piece.Id, new FluxQuiSeRompt(), "deliberation.pdf", Annulation)
        );

        var relu = (await Banc.Le<LireDossier>().ExecuterAsync(calais, id, annulation: Annulation))!.Dossier;
        Assert.Equal((dossier.Version, EtatDePiece.Attendue), (relu.Version, relu.Pieces.Single(p => p.Id == piece.Id).Etat));
        await using var contexte = await Banc.OuvrirAsync();
        Assert.False(await contexte.Pieces.AnyAsync(Annulation));
        // The same deposit, whole this time, goes through with the version that was read.
        using var entier = Exemples.Pdf();
        await Banc.Le<DeposerPiece>().ExecuterAsync(calais, id, relu.Version, piece.Id, entier, "deliberation.pdf", Annulation);
    }

    /// <summary>Un envoi qui se rompt après son en-tête.</summary>
    private sealed class FluxQuiSeRompt : MemoryStream
    {
        private bool _commence;

        public override int Read(byte[] buffer, int offset, int count) => Lire(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer) => Lire(buffer);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(Lire(buffer.Span));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            Task.FromResult(Lire(buffer.AsSpan(offset, count)));

        private int Lire(Span<byte> tampon)
        {
            if (_commence)
            {
                throw new IOException("La connexion est tombée.");
            }

            _commence = true;
            var entete = "%PDF-1.4\n"u8;
            entete.CopyTo(tampon);
            return entete.Length;
        }
    }
}
