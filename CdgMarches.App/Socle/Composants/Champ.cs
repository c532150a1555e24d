using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Socle.Composants;

/// <summary>Ce que tous les champs partagent : libellé, aide, erreur, et les identifiants qui les relient pour l'accessibilité.</summary>
public abstract class Champ<TValeur> : ComponentBase
{
    private string? _erreurDeLecture;

    [Parameter, EditorRequired]
    public TValeur? Valeur { get; set; }

    [Parameter]
    public EventCallback<TValeur?> ValeurChanged { get; set; }

    [Parameter, EditorRequired]
    public string Libelle { get; set; } = "";

    /// <summary>L'identifiant HTML, que les règles nomment dans <c>Champ</c> ; tiré du libellé par défaut.</summary>
    [Parameter]
    public string? Id { get; set; }

    [Parameter]
    public bool Obligatoire { get; set; }

    [Parameter]
    public string? Aide { get; set; }

    /// <summary>Le message à montrer ; à défaut, celui que le formulaire tient pour ce champ.</summary>
    [Parameter]
    public string? Erreur { get; set; }

    [Parameter]
    public bool LectureSeule { get; set; }

    [CascadingParameter]
    public Formulaire? Formulaire { get; set; }

    /// <summary>Le dialogue dont le champ est la question, quand il en est un.</summary>
    [CascadingParameter]
    public Confirmation? Confirmation { get; set; }

    public string IdDuChamp => Id ?? Elements.Identifiant(Libelle);

    public string? Message => _erreurDeLecture ?? Erreur ?? Formulaire?.ErreurDe(IdDuChamp) ?? Confirmation?.ErreurDe(IdDuChamp);

    /// <summary>Ce que le champ annonce en plus de son libellé.</summary>
    protected string? DecritPar =>
        (Aide is not null, Message is not null) switch
        {
            (true, true) => $"{IdDuChamp}-aide {IdDuChamp}-erreur",
            (true, false) => $"{IdDuChamp}-aide",
            (false, true) => $"{IdDuChamp}-erreur",
            (false, false) => null,
        };

    protected string? Invalide => Message is null ? null : "true";

    protected string? Requis => Obligatoire ? "true" : null;

    protected Task ChangerAsync(TValeur? valeur)
    {
        _erreurDeLecture = null;
        Formulaire?.SignalerLecture(IdDuChamp, null);
        Formulaire?.SignalerSaisie();
        return ValeurChanged.InvokeAsync(valeur);
    }

    /// <summary>La saisie ne se lit pas : elle reste à l'écran, la valeur n'est pas changée et le formulaire ne part pas.</summary>
    protected void RefuserSaisie(string message)
    {
        _erreurDeLecture = message;
        Formulaire?.SignalerLecture(IdDuChamp, message);
        Formulaire?.SignalerSaisie();
    }
}
